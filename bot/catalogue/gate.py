"""The one gate that every command, button, menu and form passes: who, which case, as it is now."""

from bot.cases.model import Case
from bot.catalogue.declare import ActionMark, Party
from bot.errors import NotAllowed
from bot.vocabulary.people import Member


def check(mark: ActionMark, actor: Member, case: Case | None) -> None:
    """Raises NotAllowed unless the actor has one of the roles or is one of the case's parties."""
    if actor.bot:
        raise NotAllowed("error.not_allowed")
    if actor.role in mark.roles or (case is not None and mark.parties & parties_of(actor, case)):
        return
    if mark.parties and case is not None:
        raise NotAllowed("error.not_your_case")
    raise NotAllowed("error.not_allowed")


def may_try(mark: ActionMark, actor: Member) -> bool:
    """Whether to offer it at all, before a case is named."""
    return not actor.bot and (actor.role in mark.roles or bool(mark.parties))


def parties_of(actor: Member, case: Case) -> frozenset[Party]:
    """What this person is to the case."""
    parties = set()
    if actor.id == case.member_id:
        parties.add(Party.MEMBER)
    if actor.id == case.assignee:
        parties.add(Party.ASSIGNEE)
    return frozenset(parties)
