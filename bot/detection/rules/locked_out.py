"""Shut out: a ban, a block, a suspended account, a post taken down without a reason."""

from bot.detection.model import Label, Severity
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="locked_out",
    label=Label.COMPLAINT,
    severity=Severity.MEDIUM,
    groups=(
        Group(
            4.4,
            en=(
                "banned|suspended|muted|kicked|blocked ~2 for nothing|no",
                (
                    "my|our account|card|profile|number ~2 suspended|banned|blocked|locked|disabled|closed|"
                    "frozen|terminated"
                ),
                "suspended|banned|locked|blocked|disabled|closed|froze my account|card|profile",
                "account ~3 suspended|banned|locked|disabled ~2 without|no|for",
                "locked out of",
                "card blocked|frozen|declined",
                "appeal ~4 404|ignored|denied|nobody|dead|answer*|# ",
                (
                    "mods|moderators|admins|you|moderator removed|deleted|locked|hid|took ~1 my post|posts|"
                    "comment|comments|thread|message|review|question"
                ),
                "my post|comment|thread|message|review ~2 removed|deleted|locked|hidden",
                "got|get|getting|was|been muted|banned|kicked ~1 for ~1 asking|nothing|saying|reporting",
                (
                    "reset|verification|factor|confirmation|login|sms ~1 code|mail|email|link ~2 never|not|"
                    "doesnt|isnt|didnt"
                ),
                (
                    "delete|deletes|deleting|remove|removes|removing ~1 every|all|my|any ~2 report|reports|post|"
                    "posts|comments"
                ),
            ),
            ro=(
                "banat|ban|banata|blocat|suspendat|mut|mute ~2 degeaba|fără|aiurea|nimic",
                "contul|cont|cardul|card|profilul|numărul ~3 suspendat|blocat|închis|banat|dezactivat",
                (
                    "mi-ați|mi-au|mi-a|ați|mi ~1 suspendat|blocat|închis|șters ~2 contul|cardul|"
                    "postarea|comentariul|mesajul|postările|recenzia"
                ),
                "contestați* ~4 404|nimeni|ignor*|merge|răspuns*|# ",
                "dat|primit|luat ~1 ban|mut|mute|kick ~2 pentru|că|degeaba|fără|dacă",
                "șterge|șters ~1 fiecare|toate|postăr*|raport*|comentari*|mesaj*",
                "codul|sms-ul|mailul|linkul ~3 nu ~1 mai? vine|ajunge|merge|primesc|vin",
                "nu am|avem internet|net|semnal|acces|curent|apă",
                "suntem|sunt|rămas fără internet|net|semnal",
                "contestația ~3 respins*|ignorat*",
                "blocat ~1 cardul|contul ~3 exact|fix|când|cand",
            ),
            ru=(
                "забанили|бан|заблокировали|замутили|кикнули|мут ~2 ни за|без|просто|непонятно",
                (
                    "аккаунт|карту|карта|профиль|счет|номер|акк ~2 заблокирован*|заблокировали|забанен|забанили|"
                    "заморожен*|заморозили|закрыли|удалили"
                ),
                (
                    "заблокировали|забанили|заморозили|закрыли|удалили ~2 мой|мою|мне|карту|аккаунт|счет|акк|"
                    "пост|комментарий|отзыв|тему|сообщение"
                ),
                "мой|мои|мою пост|комментарий|отзыв|тему|вопрос ~1 удал*|снесли|скрыли",
                "апелляци* ~4 404|никто|не|игнор*|ошибк*|# ",
                "дали|получил|выдали|словил ~1 мут|бан ~1 за|ни|на|просто",
                "смс|код|письмо ~3 не ~1 приходит|пришло|пришел|приходят",
                "трут|удаляют|сносят|стирают ~1 каждый|все|мои|мой|любой ~2 репорт*|пост*|отзыв*|коммент*|вопрос*",
                "попасть|войти|зайти нельзя|невозможно|никак",
                "нет|пропал|без интернета|интернет|связи|связь|доступа ~2 с|со|уже|весь|целый|#|второй|третий",
                "с|со ~1 утра|вчера|ночи|вечера|понедельника ~1 нет",
                "удалить аккаунт нельзя",
                "апелляци* ~1 отклон*|отказ*",
                "контестаци*",
            ),
        ),
    ),
)
