"""What may be done about a proposal now: the step that comes next, or why there is none."""

from dataclasses import dataclass, replace

from bot.context import Context
from bot.infractions.model import Infraction, Refused, Step, permit
from bot.measures import standing_of, terms
from cogs.warnings.model import Asked, Proposal, Said, only_complains


@dataclass(frozen=True, slots=True)
class Way:
    """`step` can be taken for `said` unless `shut` tells why not: the name of a sentence, `warnings.shut.<this>`."""

    step: Step
    said: Said | None
    shut: str | None


async def way_of(ctx: Context, proposal: Proposal, nth: int | None) -> Way:
    """For the nth of its messages, as things are now. What a removal takes beyond its reason is asked, too."""
    if nth is None or not 0 <= nth < len(proposal.said) or proposal.said[nth].text is None:
        return Way(Step.NOTICE, None, "gone")
    said = proposal.said[nth]
    stands = await standing_of(ctx, proposal.member_id, said.at)
    if said.urgent:
        return Way(stands.step, said, "urgent")
    if only_complains(said, ctx.community.settings):
        return Way(stands.step, said, "complaint")
    if stands.wait is not None:
        return Way(stands.step, said, stands.wait.value)
    if stands.step is not Step.REMOVAL:
        return Way(stands.step, said, None)
    return Way(stands.step, said, await _removal_shut(ctx, proposal, said))


async def _removal_shut(ctx: Context, proposal: Proposal, said: Said) -> str | None:
    """Asked of the ladder itself, as if somebody gave a reason and a second one agreed."""
    wanted = measure_of(ctx, proposal, said, Step.REMOVAL, "-", Asked("-", "-", 0, 1, "-"))
    others = await ctx.infractions.of_member(proposal.member_id)
    try:
        asks = replace(await terms(ctx, proposal.member_id), second=False)
        permit(wanted, wanted.offence, others, ctx.now, asks)
    except Refused as refused:
        return refused.code.value
    return None


def measure_of(
    ctx: Context, proposal: Proposal, said: Said, step: Step, rule: str, asked: Asked
) -> Infraction:
    """The measure that this step would be; not kept yet."""
    return Infraction(
        0,
        proposal.member_id,
        proposal.member_name,
        step,
        said.message,
        said.at,
        said.text,
        proposal.context,
        rule,
        asked.number,
        asked.by,
        asked.by_name,
        asked.reason or None,
        proposal.language,
        ctx.now,
        case_id=proposal.case_id,
        abuse=said.abuse,
        complaint=said.complaint,
        urgent=said.urgent,
    )
