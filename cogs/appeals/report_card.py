"""A report that has a card of its own: in which room, and what staff see there."""

from bot.context import Context
from bot.ports import Chosen
from bot.text import shorten
from bot.vocabulary.people import Member, Role
from bot.vocabulary.places import ManagersRoom, MemberDM, Place, StaffRoom, place_key
from bot.vocabulary.replies import Button, Heading, Link, Message, Name, Paragraph, Part, Quotation
from cogs.appeals.model import Report

REPORTED = "appeals.report"
QUOTED = 600


async def is_staff(ctx: Context, chosen: Chosen) -> bool:
    """Whether it was written by somebody of the team; where the platform can't say, by what is known of them."""
    if chosen.writer is not None:
        return chosen.writer.role is not Role.MEMBER
    settings, person = ctx.community.settings, chosen.message_author
    named = settings.managers | settings.moderators | settings.specialists
    return person in named or person in await ctx.deciders.all(ctx.now)


def above(ctx: Context, about: str | None, writer: Member | None) -> Place | None:
    """Where those see it whom it is not about; None where there is no such place.

    Where the platform could not say who somebody is they may be a manager: rather one person then than a room.
    """
    settings, contact = ctx.community.settings, ctx.community.settings.next_level
    manager = about in settings.managers or (writer is not None and writer.role is Role.MANAGER)
    room = ManagersRoom() if settings.managers_room is not None and not manager else None
    person = MemberDM(contact.id) if contact is not None and contact.id != about else None
    return person or room if about is not None and writer is None else room or person


def report_card(ctx: Context, report: Report) -> Message:
    """Who says it of whom, the words, by when the reporter expects to hear."""
    voice = ctx.voice()
    title = Heading(voice.text("appeals.report.title"))
    if report.result is not None:
        return Message((title, Paragraph(voice.say(f"appeals.report.card.{report.result}"))))
    name, at = Name(report.reporter_name), ctx.moment(report.due_at)
    parts: list[Part] = [title, Paragraph(voice.say("appeals.report.card.open", name=name, at=at))]
    if report.about_name is not None and report.place != place_key(StaffRoom()):
        told = voice.say("appeals.report.card.about", name=Name(report.about_name))
        parts.append(Paragraph(told))
    if report.text:
        parts.append(Quotation(shorten(report.text, QUOTED), report.about_name))
    if report.message is not None:
        link = Link(voice.text("appeals.card.link"), message=report.message)
        parts.append(Paragraph((link,)))
    buttons = tuple(
        Button(voice.text(f"appeals.label.report_{what}"), f"report {what}", (report.id,))
        for what in ("acted", "stays")
    )
    return Message(tuple(parts), buttons)
