"""Words of consumer life by what they say, for `grievance`: things one pays for, what goes wrong, what was agreed.

Per language, folded like messages; a star marks a stem.
"""

THINGS = {
    "en": """
        order orders ordered parcel parcels package packages delivery deliver* courier* driver drivers
        shipment shipping tracking warehouse seller
        invoice invoices bill bills billing refund refunds payment payments subscription subscriptions plan
        tariff contract contracts account accounts
        card cards fee fees price prices voucher vouchers coupon coupons receipt warranty licence license
        transfer deposit balance wallet atm
        app apps update updates patch patches release releases version hotfix firmware feature features
        interface ui redesign button buttons
        game games server servers match matchmaking ranked queue launcher skins inventory lootbox* pass dlc
        loot character
        website site page checkout login password sms mail email emails notification notifications autosave
        files documents sync backup export
        internet wifi router fiber fibre broadband signal network connection technician engineer installer
        installation hotline
        bank branch loan mortgage pension exchange transaction transactions
        hotel room rooms reception receptionist booking bookings reservation shower bathroom breakfast
        flight flights seat seats luggage suitcase bag bags gate airport airline tarmac train bus plane
        boarding
        food meal burger pizza soup fries dish dishes waiter waitress restaurant kitchen portion
        phone laptop headset headphones earbuds printer screen battery charger keyboard mouse washing
        dishwasher fridge oven tv console controller
        sofa shoes jacket dress shirt trousers zip sleeve glasses bed mattress chair
        product products item items replacement purchase quality service support customer agent agents team
        staff company shop store ticket tickets
        appointment claim complaint moderators mods forum channel chatbot bot chats manual outage outages
        maintenance
    """,
    "ro": """
        comand* colet* pachet* livrar* livrat* curier* sofer* depozit* vanzator* magazin* factur* ramburs*
        plata plati* platit* abonament* contract* contul cont conturi card cardul comision* taxa taxe pret*
        voucher* cupon* bon bonul garanti* licent* transfer* depozit sold* aplicati* update* actualizar*
        patch* versiun* firmware* functi* interfat* buton* joc* server* meci* skin* inventar* dlc* puncte
        punctele site* pagin* parol* cod codul sms* mail* email* notific* fisier* document* poze* sincroniz*
        net netul internet* wifi router* fibr* semnal* retea* tehnician* instalat* banc* bancomat* pensi*
        credit* tranzact* curs cursul hotel* camer* cazar* recepti* rezerv* dus dusul baie baia micul zbor*
        loc locul bagaj* valiz* poart* aeroport* avion* autocar* autobuz* tren* pista mancar* supa ciorb*
        pizza burger* meniu* chelner* restaurant* portie portia livrator* telefon* laptop* casti castile
        imprimant* ecran* bateri* incarcat* tastatur* masina-de-spalat frigider* cuptor* televizor* consol*
        canapea* pantof* geac* rochi* fermoar* masur* ochelar* saltea* produs* calitat* servici* suport*
        client* operator* echip* firm* compani* tichet* programar* cerer* reclamat* asistent* agenti*
    """,
    "ru": """
        заказ* посылк* доставк* курьер* водител* склад* продавец продавц* магазин* трек трекер* счет счёт
        счета квитанц* возврат* оплат* платеж* подписк* тариф* договор* аккаунт* акк карт* комисси* цена
        цены ценник* промокод* купон* чек гаранти* лицензи* перевод* залог* баланс* кошел* банкомат*
        приложени* обнов* апдейт* патч* релиз* верси* хотфикс* прошивк* функци* интерфейс* кнопк* игр*
        сервер* матч* лаунчер* скин* инвентар* лутбокс* сезон* рейтинг* сайт* страниц* кабинет* парол* код
        кодом смс письмо письма письме почт* уведомлени* файл* документ* автосохранени* переписк*
        синхронизац* интернет* вайфай роутер* оптик* сигнал* сеть связь мастер* монтажник* линии линия банк*
        пенси* кредит* транзакци* курс отел* номер* ресепш* брон* душ завтрак* рейс* место багаж* чемодан*
        гейт* аэропорт* авиакомпани* самолет* поезд* автобус* вагон* еда еду блюд* пицц* бургер* котлет* суп
        меню официант* ресторан* порци* телефон* ноут* наушник* принтер* экран* батаре* зарядк* клавиатур*
        колонк* стиральн* холодильник* телевизор* консол* гарнитур* диван* ботин* куртк* плать* молни*
        рукав* размер* очки матрас* стул товар* качеств* сервис* поддержк* оператор* компани* тикет* запись
        обращени* заявк* жалоб* агент* бот ботом
    """,
}

BAD = {
    "en": """
        broke broken leak* crack* torn tear smell* stink* stank cold raw undercooked burnt rotten sour
        mouldy moldy mold mould stale dirty filthy lost lose losing vanish* disappear* missing stolen stole
        deleted deletes wiped wipes erased eats ate kicked kicks muted banned bans blocked locked stuck
        froze frozen freez* slow slower late delayed delay delays cancelled canceled overbooked refused
        refuses refuse rejected rejects declined ignored ignores ignoring hung rude wrong worse worst error
        errors bug bugs crash* drain* dead died dies useless twice invisible forced swallowed threw thrown
        smashed ruined ruins spins fail* damaged damage scratch* invalid unusable unplayable throttled
        expired disconnect* drops dropped dropping lag lagging laggy stutter* glitch* buggy misleading fake
        overcharged overpriced nowhere unable denies denied nonsense disappoint* frustrat* annoying tired
        horrible terrible awful poor bad sloppy unreliable outage outages downtime vandalised defective
        faulty overflow* flood* noise noisy wet stained bent dented mistake mistakes nightmare mess
        unanswered unresolved unreadable spam spammed mature drilled blames blamed
    """,
    "ro": """
        zgari* stric* spart* sparg* crap* crapat* rupt* rupe mucegai* miros* put rece reci acr* crud* ars*
        murdar* expirat* pierd* pierdut* disparut* dispar* lipses* lipsesc lipseste lipsa furat* sters
        sterge sterse blocat* bloch* inchid* inchis* inchide anulat* intarzi* refuz* respins* respinge
        ignor* nesimt* gresit* gresal* prost* proast* slab* eroare erori bug* pica picat* cade cazut* moare
        mort inutil* dublu nicaieri rasturnat* varsat* deconect* lag* defect* inghit* manc* lent* groaznic*
        oribil* dezamag* ocupat* aiurea degeaba minciun* mint* haos* dezastru* teapa nevalabil* invalid*
        sacai* enerv* satur* obosit* umflat* ascuns* ridicat zgomot* ud uda patat* gaurit* ban mut reclame
        spam* fals* gunoi oprit*
    """,
    "ru": """
        сломал* сломан* ломает* сломался потек* протек* треснул* трещин* порван* порвал* воня* запах*
        холодн* сыр* подгорел* гнил* кисл* плесен* грязн* просроч* потерял* теря* пропал* исчез* нет-в
        украл* украден* удалил* стерл* слетел* слетают выкидыв* выкинул* кикнул* мут забан* заблокир* завис*
        виснет тормоз* медленн* опозда* опазд* задерж* отменил* отменен* отказ* отклон* игнор* хам* нахам*
        неправильн* неверн* хуже ошибк* баг баги вылет* вылета* разряжа* умер сдох* бесполезн* дважды скрыт*
        спрята* проглотил* съел* сожрал* швырнул* перекинул* кинул* разбит* разбил* вдребезги испорч*
        испортил* крутится глюч* глюк* лага* лаг врет врут обман* обманул* разочаров* бесит раздража* ужас*
        кошмар* отврат* плох* сбой сбои сбоев поврежд* царап* брак бракован* недействит* хрип* шумит мокр*
        пятн* плевать развод* разводит отвалил* оборвал* обрыва* перестал* перенесли продали просверлил* зря
        устал* надоел* задолб* достал* навязал* впар* втрое вдвое дороже тишина коллектор* спам
    """,
}

NEGATIONS = {
    "en": """
        not no never nobody noone nothing none without dont doesnt didnt isnt arent wasnt werent wont cant
        cannot couldnt havent hasnt hadnt wouldnt neither nor barely
    """,
    "ro": """
        nu n nam nai na nau nati nici niciun nicio niciodata nimeni nimic fara numi nui nus nea
    """,
    "ru": """
        не ни нет нету никто никого ничего никогда никак никакой никаких без нельзя невозможно ноль нихрена
        нифига
    """,
}

AGREED = {
    "en": """
        promis* supposed meant guarantee* agreed agreement advertised should shouldve told claimed claims
        contract asked requested although though despite instead yet still again anymore even
    """,
    "ro": """
        promis* trebuia trebuie garant* desi totusi conform zis ziceti zice zic spus spuneti cerut rugat
        scrie scria anunt* valabil* tot inca iar macar
    """,
    "ru": """
        обещал* обещан* обещают должны должен должна гарант* договор* договаривал* хотя вместо сказали
        говорили говорите просил* писал* написано по-договору опять снова до-сих еще уже даже
    """,
}
