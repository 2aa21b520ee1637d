"""Alternatives that several rules share, in the notation of `bot.detection.phrases`."""

# English
NOT = "not|dont|doesnt|didnt|isnt|arent|wasnt|wont|cant|cannot|couldnt|never"
HAVE_NOT = "havent|hasnt|didnt|never|not"
CANNOT = "cant|cannot|couldnt|unable"
PRODUCT = (
    "app|game|client|launcher|site|website|page|server|servers|update|patch|service|support|"
    "product|device|router|phone|console|"
    "checkout|wallet|program|software|version|store|shop|platform|system|matchmaking|internet|"
    "connection|wifi|login|ui|interface|"
    "company|bank|airline|hotel|restaurant|delivery|courier|network|order|package|parcel|"
    "purchase|subscription|plan|bot|chatbot|"
    "ios|android|firmware|driver|drivers|screen|keyboard|mouse|headset|battery|feature|mode|map|"
    "queue|customer"
)
MINE = (
    "order|parcel|package|refund|money|delivery|item|items|replacement|payment|transfer|invoice|"
    "reply|answer|card|account|luggage|bag|ticket|case"
)

# Romanian
PRODUS = (
    "aplicația|joc*|site*|server*|update*|actualizar*|serviciu*|produs*|router*|"
    "telefon*|pagin*|program*|sistem*|"
    "comand*|colet*|pachet*|curier*|banc*|firm*|compani*|rețea*|net*|abonament*|suport*|magazin*|"
    "livrar*|platform*"
)

# Russian
PRODUKT = (
    "игр*|приложени*|сайт*|сервер*|обнов*|патч*|сервис*|поддержк*|товар*|роутер*|телефон*|"
    "страниц*|программ*|систем*|заказ*|"
    "посылк*|доставк*|банк*|компани*|интернет*|магазин*|платформ*|оператор*|клиент*|лаунчер*|"
    "версия|версии"
)
