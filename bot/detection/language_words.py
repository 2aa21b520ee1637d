"""Small, frequent words per language: poor anchors of a phrase, and what training reads of each language.

Folded as `normalise` folds words (no Romanian diacritics, no apostrophes). Compiled by hand from grammars and the
habits of chat; a word may stand in several languages and then counts less.
"""

FUNCTION_WORDS = {
    "en": """
        the and you that this is are was were it its i im ive id me my mine we our us your youre they them
        their he she his her
        have has had havent hasnt do does did dont doesnt didnt can cant cannot could couldnt will wont
        would wouldnt should
        shouldnt not no yes if but or so than then when where what why how who which there here to of in on
        at for from with
        without about after before again all any every some just still already yet only even ever never now
        today yesterday
        tomorrow been being be am isnt arent wasnt werent as by an a up down out off over into because since
        while until
        please pls plz thanks thank get got getting getting give gave go going gone make made want need know
        think see say
        said tell told really very too much many more most other another same thing things something
        anything nothing
        someone anyone everyone nobody one two three day days week weeks month hour hours minute minutes
        work works
        working worked like good great bad nice love hate help new old first last next time people guys
        anybody
        thats whats lets theres heres hows gonna wanna gotta idk btw imo u ur r thx ty back keep keeps stop
        stopped put take took left try tried trying wait waiting waited ask asked received sent paid pay
        money broken missing wrong sorry
        hello hi hey morning evening night everything problem issue question answer reply
    """,
    "ro": """
        si sa nu da de la in pe cu din pentru prin despre dupa pana fara sub peste intre catre ca ce cine
        care cand cum unde cat cati cate de ce ala aia asta astia astea asa acest aceasta acesta acestea
        acel acea acolo aici acum atunci azi ieri maine mereu niciodata mai tot toate toti toata foarte prea
        doar chiar inca deja iar dar sau ori daca deci pt ptr eu tu el ea noi voi ei ele mie tie imi iti ii
        isi ne va le mi ti mau mia miau tiau nea neau sa sau sia nam nai na nau neam nea nici nimic nimeni
        ceva cineva altceva altul alta alt orice oricine am ai are avem aveti au este e esti sunt sint
        sintem suntem sunteti era eram erau fi fost fiu fie as ar ati vor voi vrea vreau vrei vrem vreti pot
        poti poate putem puteti stiu stii stie stim merge mergea mers face fac faci facut trebuie zic zice
        zici zis spune spus vine vin venit primit platit trimis astept asteptat asteptam comandat merci
        multumesc mersi va rog salut buna bun buna ziua seara dimineata noapte frate bai ba mah boss un una
        unui unei o ii lui lor meu mea mei mele tau ta tai tale nostru noastra vostru voastra zi zile
        saptamana saptamani luna luni ora ore minut minute ani an adica gen parca cam numai oricum totusi
        macar probabil sper cred cica pai hai haideti iata uite colet coletul comanda comenzi banii bani
        livrare curier jocul joc contul cont aplicatia problema raspuns raspunde raspundeti raspunda nimanui
        functioneaza dc cf ms bv naspa misto bine mult decat inainte tarziu repede suna picat deschide
        deschid gata tocmai abia versiune versiunea dracu dracului promis promite gasesc gasit pierdut
        cumparat vand vreo vreun trimite trimiteti raspunsul telefon ascult uit uita uitati auzi aud place
        placut iubesc urasc mama tata fratele sora casa alb negru mare mic nou noua vechi bani banii lei
        pret pretul gratis oameni omule lume cineva altcineva degeaba niste stricat reparat rezolvat
        schimbat inchis deschis blocat anulat sters mort moare jos sus afara inauntru aproape departe sunati
        scrieti spuneti ziceti faceti mergeti veniti stati dati luati haina masina firma voastra seara
        diseara
    """,
    "ru": """
        и в не на я что он она оно они мы вы ты с со а но как у к по из за от до для при без под над про это
        этот эта эти этого то тот та те так же бы ли уже еще нет да только или если когда где кто чем чего
        чей почему зачем сколько потому мне меня мной тебе тебя вам вас нам нас ему его ей ее им их мой моя
        мое мои ваш ваша ваше ваши наш наша свой был была было были быть есть будет будут буду может можно
        нужно надо нельзя могу можете хочу хотел хотела все всё всех всем всегда никогда ничего никто никак
        нигде опять снова сейчас теперь сегодня вчера завтра очень просто даже тоже там тут здесь вот ну же
        ведь лишь хотя пока потом после тогда через спасибо пожалуйста привет здравствуйте добрый день вечер
        утро ребята народ блин работает работать сделал сделали сделать пришел пришла пришло пишет пишу
        написал написала жду ждать деньги заказ посылка игра приложение ответ поддержка день дня дней неделю
        недели месяц час часа часов какой какая какое какие который которая самый более больше меньше много
        мало раз два три один одна этом том себя себе собой сам сама люди человек знаю знает думаю понял
        понятно вообще кстати короче типа жесть капец норм спс пж плиз чё че щас ща кажется наверное конечно
        проверю напишу скажу серьезно звучит хорошо плохо летал лежит стоит смотрел нашел искал купил
        продали отправил больше лучше хуже такой такая такие какие никто ничто чтобы чтоб сразу давно скоро
        быстро медленно кто-нибудь кто-то что-то почему-то ни ним ней ними нам договору
    """,
    "uk": """
        і й та в у на не що це як але або чи з із зі до від для без під над про при після через коли де хто
        чому навіщо скільки який яка яке які він вона воно вони ми ви ти мене мені тебе тобі вас вам нас нам
        його її їх їм мій моя моє мої ваш ваша свій був була було були бути є буде будуть може можна треба
        потрібно хочу хотів немає нема так ні вже ще тільки лише навіть також теж тут там ось ну щось хтось
        нічого ніхто ніколи завжди знову зараз тепер сьогодні вчора завтра дуже просто дякую прошу привіт
        вітаю добрий день вечора працює працювати зробив зробили прийшов прийшла чекаю чекати гроші
        замовлення гра відповідь підтримка днів тиждень тижні місяць годин години якщо тому щоб цей ця ці
        цього той таке такий всі все весь скажіть підкажіть будь ласка бо
    """,
    "be": """
        і й ды у ў на не ня што гэта гэты гэтая гэтыя як але або ці з са да ад для без пад над пра пры пасля
        праз калі дзе хто чаму навошта колькі які якая якое якія ён яна яно яны мы вы ты мяне мне цябе табе
        вас вам нас нам яго яе іх ім мой мая маё мае ваш свой быў была было былі быць ёсць будзе будуць можа
        можна трэба хачу хацеў няма так не ужо яшчэ толькі нават таксама тут там вось ну нешта нічога ніхто
        ніколі заўсёды зноў зараз цяпер сёння учора заўтра вельмі проста дзякуй калі ласка прывітанне вітаю
        добры дзень працуе зрабіў зрабілі прыйшоў прыйшла чакаю чакаць грошы замова гульня адказ падтрымка
        дзён тыдзень месяц гадзін гэтага каб таму усё усе увесь скажыце
    """,
    "bg": """
        и в във на не че това този тази тези е са съм си сме сте беше бяха бях да ще няма имам имате има как
        какво кой коя кои кога къде защо колко с със за от до по при без под над след през или но ако като
        само още вече пак отново много аз ти той тя то ние вие те ме ми те ти го му я й ни ви ги им мой моя
        мое мои ваш наш свой се си може можете мога трябва искам исках днес вчера утре сега тук там нищо
        никой никога винаги някой нещо благодаря моля здравейте здрасти добър ден работи работят получих
        получил поръчка парите играта отговор дни седмица месец часа чакам чакаме пари хора дали един една
        едно два три така ама бе май обаче
    """,
    "sr": """
        и у на не да је су сам си смо сте није нису нисам ће ћу неће би био била било што шта ко који која
        које када кад где зашто колико како са за од до по без под над после преко или али ако као само још
        већ опет поново много врло ја ти он она оно ми ви они ме ми те ти га му је јој нас нам вас вам их им
        мој моја моје ваш наш свој се може могу треба хоћу желим данас јуче сутра сада овде тамо ништа нико
        никад увек неко нешто ово овај ова то тај хвала молим здраво добар дан ради раде стигло стигла
        поруџбина новац игра одговор дана недеља месец сати чекам чекамо људи један једна два три тако јер
        док
    """,
    "es": """
        el la los las un una unos unas de del al a en con por para sin sobre entre hasta desde que quien
        cual como cuando donde porque pero o y e ni si no es son era eran fue ser estoy esta estan estaba
        soy eres somos he has ha han hay tengo tiene tienen tener puedo puede pueden quiero quiere hacer
        hago hace hizo mi mis tu tus su sus me te se nos les lo le yo ella ellos ustedes usted nosotros muy
        mas menos mucho mucha muchos todo todos toda nada nadie algo alguien siempre nunca ya aun todavia
        ahora hoy ayer mañana aqui ahi asi tambien solo otra otro vez gracias hola buenos buenas dias tardes
        noches por favor funciona llega llego pedido dinero juego respuesta dia semana mes horas espero
        esperando sigue este esto esa ese eso estos han sido qué cómo está más también aquí día días todavía
        adiós
    """,
    "de": """
        der die das den dem des ein eine einen einem einer und oder aber doch nicht kein keine nichts ich du
        er sie es wir ihr mich dich mir dir uns euch ihm ihn mein meine dein deine sein seine unser euer ist
        sind war waren bin bist seid habe hab hast hat haben hatte hatten wird werden wurde kann kannst
        konnte muss will wollen soll mit von zu zum zur auf aus bei beim für fur nach vor über uber unter
        durch ohne gegen im in am an wie was wer wo wann warum wieso wenn weil dass ob schon noch immer
        wieder nie jetzt heute gestern morgen hier da dort auch nur sehr mehr viel alle alles jemand danke
        bitte hallo guten tag geht funktioniert kommt warte bestellung geld spiel antwort tage tagen woche
        wochen stunden seit mal halt eben ja nein gibt macht wäre ware
    """,
    "fr": """
        le la les un une des du de d l au aux en dans sur sous avec sans pour par chez entre vers que qui
        quoi dont où ou et mais donc car ni ne n pas plus jamais rien personne je j tu il elle on nous vous
        ils elles me te se lui leur mon ma mes ton ta tes son sa ses notre nos votre vos leurs ce c cet
        cette ces est sont était etait suis es sommes êtes etes ai as a avons avez ont avait fait faire peut
        peux pouvez veux voulez va vais être etre avoir comme comment quand pourquoi combien très tres bien
        aussi encore toujours déjà deja maintenant aujourdhui hier demain ici là si oui non merci bonjour
        salut bonsoir svp marche fonctionne commande argent jeu réponse reponse jour jours semaine mois
        heures attends depuis cest jai quon quil nest pourtant quelquun quelque tout tous toute même meme
        quest estce
    """,
    "it": """
        il lo la i gli le un uno una di del dello della dei degli delle da dal dalla a al alla ai in nel
        nella nei con su sul sulla per tra fra senza che chi cui quale come quando dove perche perché ma o e
        ed né se non è sono era erano sei siamo siete ho hai ha abbiamo avete hanno aveva stato stata fatto
        fare faccio posso puo può potete voglio vuole mi ti si ci vi lui lei loro io noi voi mio mia miei
        tuo tua suo sua nostro vostro questo questa questi quello quella molto piu più meno tutto tutti
        tutta niente nulla nessuno qualcosa qualcuno sempre mai ancora gia già adesso ora oggi ieri domani
        qui anche solo grazie ciao buongiorno buonasera prego funziona arriva arrivato ordine soldi gioco
        risposta giorno giorni settimana mese ore aspetto aspettando cosa perchè va sto sta
    """,
    "pt": """
        o a os as um uma uns umas de do da dos das em no na nos nas com por pelo pela para pra pro sem sobre
        entre até ate que quem qual como quando onde porque mas ou e nem se não nao é são sao era eram foi
        ser estou está esta estão tá ta sou és somos tenho tem têm ter posso pode podem quero quer fazer
        faço faz fez meu minha meus minhas teu tua seu sua seus eu você voce vocês voces vc ele ela eles nós
        nos me te lhe muito muita mais menos tudo todos toda nada ninguém ninguem algo alguém sempre nunca
        já ja ainda agora hoje ontem amanhã aqui também tambem só so outra outro vez obrigado obrigada olá
        ola bom boa dia tarde noite por favor funciona chega chegou pedido dinheiro jogo resposta semana mês
        horas espero esperando isso isto esse este essa
    """,
    "pl": """
        nie jest są sa to że ze się sie na do w z od po za przez dla bez pod nad przy i a ale lub czy jak
        kiedy gdzie dlaczego co kto ile który ktory która ktora mam masz ma mamy macie mają maja był byl
        była byla było bylo być byc będzie bedzie może moze można mozna trzeba chcę chce mi mnie mną tobie
        ciebie wam was nam nas jego jej ich mój moj moja moje wasz już juz jeszcze tylko nawet też tez także
        tu tam teraz dziś dzis wczoraj jutro bardzo nic nikt nigdy zawsze znowu dziękuję dziekuje dzięki
        dzieki proszę prosze cześć czesc dzień dzien dobry działa dziala czekam zamówienie pieniądze gra
        odpowiedź dni tydzień miesiąc godzin jestem ten ta te tego
    """,
    "nl": """
        de het een en of maar niet geen niks ik jij je hij zij ze wij we jullie mij me jou hem haar ons mijn
        jouw zijn is was waren ben bent heb hebt heeft hebben had wordt worden werd kan kunnen moet wil met
        van naar op uit bij voor na door zonder tegen in aan om te dat die dit deze wie wat waar wanneer
        waarom hoe als omdat nog al weer nooit altijd nu vandaag gisteren morgen hier daar ook alleen heel
        meer veel alles iemand bedankt dank hallo goedemorgen werkt komt wacht bestelling geld spel antwoord
        dagen week weken uur sinds er dan toch wel
    """,
    "tr": """
        ve bir bu şu o ben sen biz siz onlar ne nasıl nasil neden niye kim nerede hangi kaç kac için icin
        ile gibi kadar ama fakat veya ya da de mi mı mu mü değil degil yok var çok cok daha en hiç hic her
        şey sey artık artik hala hâlâ yine şimdi simdi bugün bugun dün dun yarın teşekkürler tesekkurler
        lütfen lutfen merhaba selam evet hayır hayir oldu olur oluyor çalışmıyor calismiyor geldi gelmedi
        bekliyorum sipariş para oyun gün gun hafta
    """,
    "hu": """
        a az egy és es de vagy nem van volt lesz hogy mi ki ez azt ezt mert ha már mar még meg csak is sem
        én en te ő ők mi ti nekem neked nincs kell lehet tud akarok miért miert hol mikor hogyan mennyi itt
        ott most ma tegnap holnap nagyon minden semmi senki soha mindig megint köszönöm koszonom kérem kerem
        szia sziasztok jó jo napot működik mukodik várok varok rendelés pénz játék válasz nap napja hét
        hónap óra
    """,
}

COMMON = frozenset(word for words in FUNCTION_WORDS.values() for word in words.split())
