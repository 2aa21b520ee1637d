"""Promotion nobody asked for: giveaways, quick money, invitations, followers for sale."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="spam_promo",
    label=Label.SPAM,
    groups=(
        Group(
            5.4,
            en=(
                "free nitro|robux|vbucks|skins|crypto|btc|bitcoin|followers|gift ~6 ‹url›",
                "free nitro|robux|vbucks",
                (
                    "earn|make|made|earned|earning|making ~2 ‹money›? ~1 # ~2 a|per|every|last|in|daily|"
                    "weekly "
                    "day|week|month|hour"
                ),
                "‹money› # ~2 a|per|every|daily day|week|month|home",
                "working|work from home ~4 dm|message|telegram|whatsapp|‹money›|earn",
                (
                    "dm|message|contact|text|hit|write|inbox me|us ~2 on|to|at|for|via|if ~2 telegram|"
                    "whatsapp|"
                    "start|more|interested|earn|info|details|profit*|invest*"
                ),
                (
                    "trading|forex|investment|crypto ~1 bot|signals|mentor|expert|opportunity|manager ~8 dm|"
                    "message|telegram|whatsapp|‹url›|profit*|join|me"
                ),
                "buy ~1 cheap ~1 followers|likes|accounts|views|subscribers",
                "# % discount|off ~4 ‹url›",
                "you|uve|youve ~1 have been|won|selected|chosen ~6 gift|prize|card|‹url›|reward",
                "you won ~3 gift|prize|iphone|#",
                "guaranteed ~1 profit|profits|returns|income",
                "double your ~1 money|bitcoin|btc|crypto|coins",
                "join ~1 my|our ~2 server|channel|group ~5 free|‹url›|giveaway",
                "giveaway ~6 ‹url›",
                "check out my ~2 channel|onlyfans|store|shop|server|page ~3 ‹url›",
                "onlyfans|sugardaddy|sugarbaby",
                "hot|sexy girls|singles ~3 ‹url›|area|near",
                "limited ~1 offer|spots|slots ~6 ‹url›|dm|join",
                "everyone ~1 join",
                "selling|sell ~1 cheap? accounts|account|followers|boosts|nitro|keys",
                (
                    "restore|recover ~2 you|your|lost ~2 kmd|coins|funds|wallet|bitcoin|crypto ~2 ‹money›|dm|"
                    "contact|whatsapp"
                ),
                "claim ~2 here|your|now|it|free|reward|airdrop ~3 ‹url›",
                "airdrop ~5 ‹url›|claim|wallet|connect",
                "passive income",
                "gift|giveaway|free|bonus|prize ~6 ‹url› ~4 only|left|hurry|now|before|claim",
                "make|making ~1 ‹money› # ~1 weekly|daily|monthly|a|per",
                "no experience needed|required",
                "dm me for the|link",
                "crypto|forex|trading signals|group ~6 telegram|whatsapp|free|win",
                "make|makes|earn|earned|earning|made ~1 ‹money› #",
                "simple|easy trick|method ~3 dm|link|join",
                "dm|pm|inbox ~1 for|me ~1 price|prices|rates|info|details|more",
                "verified|verification ~3 fast|cheap|instantly ~3 dm|pm|price*",
            ),
            ro=(
                "gratis|gratuit ~4 nitro|robux|vbucks|iphone|‹url›",
                "nitro|robux|vbucks gratis|gratuit",
                ("câștigă|câștigi|faci|fac|câștig ~3 # ~3 pe|zi|zilnic|lună|saptamana|acasă"),
                "de acasă ~4 telegram|whatsapp|mesaj|privat|câștig*",
                (
                    "scrie-mi|scrieți-mi|contactați-mă|mesaj|privat|dm ~2 pe|la|pentru "
                    "~1 telegram|whatsapp|detalii|oferte"
                ),
                "mesaj|scrie ~2 whatsapp|telegram",
                "bot*|robot* ~3 trading|investit* ~6 câștig*|făcut|mesaj|profit*|euro",
                "făcut|câștigat ~3 euro|lei ~2 cu ~2 bot*|trading|aplicatia|platforma",
                "ai fost selectat|ales|desemnat|extras",
                "felicitări ~5 voucher|premiu|premiul|iphone|‹url›|selectat|câștig*",
                "vând ~2 conturi|cont|followeri|like-uri|urmăritori|itemi|chei",
                "reduceri|reducere ~5 ‹url›",
                (
                    "intrați|intră|haideti|veniți ~3 serverul|canalul|grupul|server ~6 "
                    "‹url›|gratis|giveaway|robux"
                ),
                "profit garantat|sigur",
                "bani ușor|rapid|rapizi",
                (
                    "credite|credit|împrumut rapid|rapide|urgent|fără|nebancar ~4 ‹url›|telefon|"
                    "acte|whatsapp|#"
                ),
                "venit pasiv",
                "followeri|urmăritori|like-uri ieftin*|reali|cumpar*",
                "cadou|premiu|gratis ~6 ‹url›",
                "fără experiență",
                "semnale ~1 crypto|forex|trading",
                "# % câștig|profit",
                "în privat pentru ~1 link",
                "investiți|investește ~6 bitcoin|crypto|profit|dublu*|dublezi",
                "dublezi|dublați|dublează ~1 banii|bitcoin*|suma",
                "dm|pm|privat|mesaj ~1 pentru ~1 preț*|detalii|oferte|oferta",
                "împrumut*|imprumut*|credit* ~1 fără|fara ~1 verificare|acte|birou|garanții",
                "followeri|urmăritori|like-uri|likeuri ~3 reale|preț|pret|ieftin*|mic",
                "dau|trimit ~1 link ~1 în|in privat|pm|dm",
            ),
            ru=(
                "бесплатн*|халявн*|раздача|раздаю|даром ~3 нитро|робукс*|скин*|аккаунт*|вбаксы|подписчик*",
                "нитро|робуксы бесплатно|халява",
                (
                    "заработок|зарабатыв*|заработал*|доход|заработай|прибыль ~5 #|день|дому|удален*|рублей|"
                    "тысяч|"
                    "боте|боту"
                ),
                "# ~2 в день|месяц ~4 дома|телеграм|пиши|пишите|вложений",
                "не выходя из дома",
                "пиши|пишите|напиши|обращайтесь ~4 телеграм*|whatsapp|ватсап*|вотсап*|личку|лс|директ ~3",
                "пиши|пишите|напиши|напишите ~2 в|мне ~2 телеграм|телеграмм|whatsapp|ватсап|вотсап|тг",
                "вы|вам ~2 выиграли|выиграл|выбраны|стали ~6 приз*|карт*|‹url›|сертификат*|iphone|айфон",
                "поздравляем ~6 выиграли|приз*|‹url›|подар*|розыгрыш*",
                (
                    "заходите|заходи|залетай*|вступай*|подписывай* ~3 сервер|канал|группу|чат ~6 ‹url›|"
                    "бесплатн*|"
                    "халяв*|розыгрыш*|раздач*"
                ),
                "продам|продаю ~2 аккаунт*|акк*|подписчик*|ключи|скины|буст*",
                "скидка|скидки ~5 ‹url›",
                "накрутка|накрутки|накручу|накрутим",
                "гарантированн* прибыль|доход|заработок",
                "пассивный доход",
                "кредит|займ|займы ~3 без|онлайн|срочно|‹url›|отказа",
                "казино|букмекер*|ставки ~6 ‹url›|бонус*|промокод|выигр*|фриспин*",
                "закладки|кладмен*",
                "подарок|приз|бонус|бесплатно ~8 ‹url›",
                "без опыта|вложений",
                "ссылка в|у ~1 лс|личку|профиле|меня",
                "сигналы ~3 крипт*|канал*|форекс",
                "# % прибыльных|прибыли|профит*",
                "первая неделя|урок бесплатно",
                "инвестируй*|вложи*|вкладывай* ~6 биткоин*|крипт*|удво*|прибыл*|доход*",
                "удвойте|удвоить|удваива* ~1 деньги|вложения|биткоин*|доход",
                "цены|цена|прайс|подробности|детали ~1 в ~1 лс|личку|личке|директ",
                "в лс|личку ~2 цены|подробности|скину",
                "бесплатн* ~1 курс|вебинар|марафон ~6 ‹url›|осталось|мест",
                "осталось # ~1 мест|штук ~2 ‹url›|$",
                "ищем ~1 людей|сотрудников ~4 удаленк*|рублей|день",
                "продам ~2 канал|группу|паблик|бизнес ~2 недорого|дешево|срочно",
                "забери|забирай|получи|лови ~2 #|робукс*|бонус*|приз* ~2 ‹url›|здесь|тут",
                "ссылку|ссылка ~1 скину|дам|кину|пришлю ~1 в ~1 личку|лс|лички",
                "подписчики|лайки|подписчиков|лайков ~3 дешево|недорого|живые|накрут*|быстро",
                "живые подписчики",
                "займы|займ|кредит ~2 без ~1 проверки|отказа|справок",
            ),
            es=(
                (
                    "gana|ganar|gané|ganas|gano|ganando ~3 # ~3 día|diarios|semana|semanales|mes|horas|casa|"
                    "euros|dólares"
                ),
                (
                    "escríbeme|escribanme|escríbanme|escríbeme-al|contáctame|contacta|info|escríbanos ~3 "
                    "whatsapp|wsp|telegram|privado|interno|dm|wa"
                ),
                "gratis ~5 ‹url›|nitro|robux|skins",
                "réplicas|replicas ~4 marca|aaa|precio|bolsos|relojes",
                "seguidores|likes baratos|reales|gratis",
                (
                    "préstamo|préstamos|prestamos|crédito|créditos ~4 rápido|rápidos|sin|urgente|inmediato|"
                    "whatsapp|‹email›|‹url›"
                ),
                "sorteo|regalo|premio ~6 ‹url›",
                "ingresos|dinero pasivos|fácil|rápido",
                "señales ~2 forex|crypto|trading|cripto",
                "invierte|inviertan|inversión ~6 ganancias|duplica*|bitcoin|garantizad*|cripto",
                "vendo ~2 cuentas|cuenta|seguidores|seguidoras",
            ),
            de=(
                (
                    "verdiene|verdien|verdienen|verdient|verdienst ~3 # ~3 tag|woche|monat|täglich|stunde|"
                    "euro|zuhause"
                ),
                "schreib|schreibt|meldet|melde|anfragen|kontakt ~3 whatsapp|telegram|pn|privat|dm ~1",
                "kostenlos*|gratis ~4 nitro|robux|‹url›|skins|follower",
                "follower|likes|abonnenten ~1 kaufen|günstig|billig|echte",
                "kredit|kredite|darlehen ~3 ohne|schufa|schufafrei|sofort|privat|‹email›|‹url›",
                "gewinnspiel|gutschein|rabatt|verlosung ~6 ‹url›",
                "passives einkommen",
                "garantierte|garantierter|garantiert gewinne|gewinn|rendite",
                "signale|gruppe ~3 krypto|forex|trading|crypto",
                "investiere|investiert|investition ~6 verdoppel*|gewinn|bitcoin|krypto",
                "verkaufe ~2 accounts|account|follower|konten",
            ),
            fr=(
                "gagne|gagnez|gagner|gagné|gagnes ~3 # ~3 jour|semaine|mois|heure|maison|euros",
                (
                    "contactez|contacte|écris|écrivez|contact|contacter|mp|infos ~3 whatsapp|telegram|privé|"
                    "mp|snap|‹email› ~1"
                ),
                "gratuit*|offert* ~4 nitro|robux|‹url›|skins|abonnés",
                "abonnés|followers|likes ~2 pas|réels|acheter|cher|vrais",
                "prêt|prêts|crédit|crédits ~3 rapide|entre|sans|particuliers|urgent|‹email›|‹url›",
                "concours|cadeau|promo|bon-plan ~6 ‹url›",
                "revenu|revenus|argent passif|passifs|facile",
                "signaux ~2 crypto|forex|trading",
                "investis|investissez|investissement ~6 doubl*|bitcoin|gains|rendement|garanti*|crypto",
                "vends ~2 comptes|compte|abonnés",
                "coupon|coupons pcs|transcash|neosurf",
            ),
            uk=(
                "безкоштовн*|халявн*|роздача|роздаю|дарую ~3 нітро|робукс*|скін*|акаунт*|підписник*|‹url›",
                (
                    "заробіток|заробля*|заробив|заробила|дохід|прибуток ~5 #|день|вдома|віддален*|гривень|"
                    "тисяч*|боті"
                ),
                (
                    "пиши|пишіть|напиши|звертайтеся|звертайтесь ~4 телеграм*|whatsapp|вайбер|вотсап*|приват|"
                    "лс|дірект|особисті ~1"
                ),
                (
                    "заходьте|заходь|підписуйтесь|підписуйтеся|підписуйся|приєднуйся|приєднуйтесь ~3 сервер|"
                    "канал|групу|чат ~6 ‹url›|безкоштовн*|розіграш*"
                ),
                "продам|продаю ~2 акаунт*|підписник*|ключі|скіни",
                "знижка|знижки ~5 ‹url›",
                "накрутка|накрутки|накручу|накрутимо",
                "гарантован* прибуток|дохід|заробіток",
                "кредит|позика|позики ~3 без|онлайн|терміново|‹url›",
                "казино|букмекер*|ставки ~6 ‹url›|бонус*|промокод|фріспін*",
                "інвестуй*|вклади*|вкладай* ~6 біткоїн*|крипт*|подво*|прибут*",
            ),
        ),
        Group(
            2.4,
            en=(
                "giveaway|giveaways",
                "whatsapp|telegram",
                "nitro",
                "promo code",
                "investment|forex",
                "subscribe to my",
                "discount|coupon",
            ),
            ro=(
                "whatsapp|telegram",
                "nitro",
                "cod promo",
                "câștiguri",
                "reducere|reduceri",
                "abonați-vă la",
            ),
            ru=("whatsapp|ватсап", "нитро", "промокод", "розыгрыш", "подписывайтесь|подпишись на", "раздача"),
        ),
        Group(1.8, en=("‹url›",)),
    ),
)
