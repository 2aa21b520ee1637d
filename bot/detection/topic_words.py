"""Words by topic, the more particular topics first; all languages together, folded; a star marks a stem."""

from bot.detection.model import Topic

WORDS = {
    Topic.SAFETY: """
        suicid* threat* threaten* harass* stalk* doxx* dox police weapon abuse grooming unsafe dangerous
        allergic hospital injured
        sinucid* amenint* hartu* urmareste politi* periculos alergi* spital ranit
        суицид* самоубий* угрож* угроз* преслед* травл* полици* опасно аллерги* больниц* отравил*
    """,
    Topic.PRIVACY: """
        privacy gdpr leaked leak breach hacked hack personal identity unsubscribe spam compromised phishing
        visible confidential* date datele gdpr scurgere hackuit spart personale dezabon* furat данные
        персональн* утечк* слил* взлом* конфиденциальн* паспорт* рассылк* спам
    """,
    Topic.REFUND: """
        refund* reimburs* chargeback moneyback return returns returned returning compensation
        ramburs* returnat returnez retur returul inapoi despagub* restitui*
        возврат* верните вернуть возместит* компенсац*
    """,
    Topic.BILLING: """
        bill bills billed billing charge charged charges invoice* payment* pay paid price* fee fees
        subscription* cost costs expensive overcharged euro euros dollars bucks transfer* deposit debit*
        card credit voucher coupon discount tariff exchange commission factur* plata plati* platit* plat
        abonament* pret* bani banii lei leu comision* taxa taxe taxat incasat card cardul reducere voucher*
        cupon* tarif* transfer* scump* cost costa bancomat* credit* счет счета квитанц* оплат* платеж* плачу
        заплат* цен* тариф* подписк* деньги денег рублей руб списал* списан* сняли комисси* карт* скидк*
        промокод* купон* дорог* перевод* банкомат* снимаете
    """,
    Topic.DELIVERY: """
        deliver* parcel* package* courier* shipping shipment shipped ship tracking driver arrived arrive
        order orders ordered warehouse dispatch* pallet delayed pickup livrar* livrat* livrez* colet*
        pachet* curier* comand* depozit* sosit expedi* trimis transport* доставк* достав* посылк* курьер*
        заказ* трек* отправ* склад* привез* привёз* водител* почт*
    """,
    Topic.ACCOUNT: """
        account accounts login log logged password passwords locked sign signup username profile
        verification 2fa authentication factor reset email cont contul conturi parol* logez loga logat
        autentific* delogheaza profil* utilizator аккаунт* акк логин* парол* войти зайти вход входа профил*
        авториз* кабинет* учетк*
    """,
    Topic.OUTAGE: """
        down outage outages offline server servers maintenance unavailable internet connection signal queue
        downtime server* picat pica picat cazut jos mentenant* net netul internet* semnal* conexiun*
        indisponibil* сервер* лежит лежат упал упали недоступ* техработ* интернет* связь связи сбой сбои
        сбоев соединен* очеред*
    """,
    Topic.MODERATION: """
        mod mods moderator moderators moderation admin admins ban banned muted mute unban appeal rule rules
        post posts channel removed kicked moderator* modul modii admin* ban banat mut mute postare* postarea
        regul* contestat* canal* sters stears модер* админ* бан забан* мут замут* пост поста правил*
        апелляц* удалили канал*
    """,
    Topic.SERVICE: """
        support service customer agent agents staff rep helpdesk rude hotline answer answers answered reply
        replies replied respond* ignored ticket manager waiter reception chatbot nobody hold suport*
        servici* operator* client* asistent* raspun* ignor* nesimt* tichet* nimeni receptia vanzat* robot*
        ghiseu* personal* поддержк* сервис* оператор* сотрудни* ответ* отвеч* игнор* хам* нахам* тикет*
        обращени* никто менеджер* бот продавец официант*
    """,
    Topic.BUG: """
        bug bugs bugged crash* error errors glitch* broken freeze* froze frozen lag laggy lagging update
        patch version install* fps launch* save saves load loading feature app game sync work works working
        stuck screen button ui patch bug bugul crapa crap* eroare erori blocheaza blocat lag actualiz*
        update* patch* versiun* instal* joc* aplicati* merge functioneaza salvar* incarca ecran* buton*
        porneste sincroniz* баг* ошибк* вылет* завис* глюч* глюк* лага* лаг обнов* патч* верси* установ*
        игр* приложени* работает сохранен* загруз* экран* кнопк* фпс запуск* тормоз* прошивк*
    """,
}
