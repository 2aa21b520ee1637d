"""Something of theirs is gone: saves, files, progress, items, the account."""

from bot.detection.model import Label, Severity
from bot.detection.rules.base import Group, PhraseRule

_EN = (
    "save|saves|savegame|progress|files|file|photos|pictures|data|items|inventory|characters|"
    "character|account|project|projects|history|contacts|voucher|points|credits|messages|"
    "playlist|playlists|skins|settings|backup|collection|world|chats|post"
)
_RO = (
    "salvarea|salvările|progresul|fișierele|pozele|datele|itemele|contul|"
    "proiectul|proiectele|istoricul|contactele|voucherul|punctele|mesajele|skinurile|setările|"
    "setarile|personajul|inventarul|documentele|conversațiile|tot"
)
_RU = (
    "сохранени*|сейв|сейвы|прогресс|файлы|файл|фото|фотографии|данные|вещи|предметы|инвентарь|"
    "аккаунт|проект|проекты|историю|история|контакты|баллы|бонусы|персонаж|персонажа|скины|"
    "настройки|документы|переписка|переписку"
)

RULE = PhraseRule(
    name="data_loss",
    label=Label.COMPLAINT,
    severity=Severity.MEDIUM,
    groups=(
        Group(
            4.6,
            en=(
                (
                    "ate|deleted|wiped|erased|lost|corrupted|destroyed|removed|swallowed ~1 my|our|all|"
                    f"everyones ~3 {_EN}"
                ),
                (
                    f"my|our|all ~3 {_EN} ~4 gone|lost|deleted|wiped|vanished|disappeared|corrupted|missing"
                    "erased|reset"
                ),
                "lost everything",
                "everything ~1 gone|wiped|deleted|lost",
                "lost # hours|days ~2 work|progress|of",
                "wipes|deletes|erases|resets|loses my|our|all",
                "autosave ~3 not|doesnt|didnt|isnt",
                (
                    "deleted|destroyed|wiped|removed ~1 my|our base|house|world|clan|guild|city|team|friends|"
                    "list|work"
                ),
            ),
            ro=(
                (
                    "mi-a|mi-au|mi-ați|ne-a|mi|am|mi-am ~1 șters|mâncat|pierdut|dispărut|dispart|stricat|"
                    f"resetat ~2 {_RO}"
                ),
                f"mi-a|mi-au|au ~1 dispărut ~2 {_RO}|totul",
                f"{_RO} ~2 s-a|s-au|a|au ~1 pierdut|șters|dispărut|dus",
                "pierdut ~1 #|trei|două|patru ore|zile ~2 muncă|lucru",
                "am pierdut|pierd ~1 tot|puncte|punctele|progresul|totul",
                "au|a|mi-au dispărut ~3 după|din|migrare|update",
                "punctele ~6 0|zero|#",
                "șters ~1 toate ~1 setările|datele|fișierele",
            ),
            ru=(
                (
                    "пропал*|исчез*|стерл*|стёр*|стерт*|удалил*|потерял*|слетел*|обнулил*|сожрал*|затер*|"
                    f"потеряны ~3 {_RU}"
                ),
                f"{_RU} ~3 пропал*|исчез*|стерл*|удалил*|слетел*|обнулил*|потеря*",
                "коту под хвост",
                "все пропало|удалилось|стерлось|слетело",
                "часа|часов|дня|дней ~1 работы потерял*|пропало|коту",
                "потерял* ~2 часа|часов|дня|работы|все|прогресс",
                "слетели|сбросились|пропали ~1 все? настройки|данные|сохранения",
            ),
            es=(
                (
                    "perdí|perdió|borró|borraron|desapareció|desaparecieron|eliminaron|eliminó|perdido|"
                    "borrado|borrada ~3 partida|progreso|partidas|archivos|fotos|datos|cuenta|historial|"
                    "proyecto|inventario|todo|personaje|mensajes"
                ),
                (
                    "partida|progreso|archivos|fotos|datos|cuenta|historial|proyecto|inventario ~3 "
                    "desapareci*|borr*|perdi*"
                ),
            ),
            de=(
                (
                    "mein|meine|alle|meinen|meinem ~2 spielstand|spielstände|fortschritt|daten|dateien|fotos|"
                    "bilder|account|inventar|charakter|projekt|verlauf|chats ~3 weg|gelöscht|verschwunden|"
                    "verloren|futsch|zurückgesetzt"
                ),
                "gelöscht|verloren|überschrieben ~2 spielstand|fortschritt|daten|dateien|fotos",
                (
                    "hat|haben|habt ~3 spielstand|fortschritt|daten|dateien|fotos|bilder|account ~1 gelöscht|"
                    "verloren|zerstört|zurückgesetzt"
                ),
            ),
            fr=(
                (
                    "perdu|effacé|supprimé|disparu|effacée|perdue|bouffé ~3 sauvegarde|sauvegardes|"
                    "progression|fichiers|photos|données|compte|historique|projet|inventaire|personnage"
                ),
                (
                    "sauvegarde|sauvegardes|progression|fichiers|photos|données|compte|historique|projet|"
                    "inventaire ~3 disparu*|perdu*|effacé*|supprimé*"
                ),
            ),
            uk=(
                (
                    "зник*|пропал*|пропав|стер*|видалил*|видалив|втратив|втратила|злетіл*|обнулил* ~3 "
                    "збереження|прогрес|файли|фото|дані|речі|інвентар|акаунт|проєкт|історія|історію|персонаж|"
                    "бали"
                ),
                (
                    "збереження|прогрес|файли|фото|дані|інвентар|акаунт|проєкт|історія|персонаж|бали ~3 "
                    "зник*|пропал*|пропав|стер*|видалил*|злетіл*|обнулил*"
                ),
            ),
        ),
    ),
)
