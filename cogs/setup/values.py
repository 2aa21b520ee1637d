"""What each line of the set-up card says of its step."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.community import CommunitySettings
from bot.language import Voice
from bot.text import shorten
from bot.vocabulary.replies import Link, Name, Runs, Text
from cogs.setup.model import ORDERS, WEEK, State, Step, proposed, state_of
from cogs.setup.sensitivity import figures
from cogs.setup.store import Notice, Progress

NAMED = 6
"""Channels that one line names."""


class Values:
    """What each step's line says."""

    def __init__(
        self, settings: CommunitySettings, progress: Progress, notices: Mapping[str, Notice], voice: Voice
    ) -> None:
        self._settings, self._progress, self._notices, self._voice = settings, progress, notices, voice

    def of(self, step: Step) -> Runs:
        """Its state, and what was chosen."""
        voice, state = self._voice, state_of(step, self._settings)
        if state is State.TO_DO:
            hint = self._proposal() if step is Step.WATCHED else ()
            return (Text(voice.text("setup.state.to_do")), *hint)
        before = (Text(voice.text("setup.state.usual") + ": "),) if state is State.USUAL else ()
        return (*before, *self._chosen(step))

    def _chosen(self, step: Step) -> Runs:
        says: dict[Step, Callable[[], Runs]] = {
            Step.STAFF_ROOM: self._staff_room,
            Step.STAFF: self._staff,
            Step.WATCHED: self._watched,
            Step.SAFETY: self._safety,
            Step.NOTICE: self._notice,
            Step.RULES: self._rules,
            Step.DOORS: self._doors,
            Step.LANGUAGE: self._language,
            Step.HOURS: self._hours,
            Step.CHECK_IN: self._check_in,
            Step.SENSITIVITY: self._sensitivity,
        }
        return says[step]()

    def _staff_room(self) -> Runs:
        return self._channels([self._settings.staff_room or ""])

    def _watched(self) -> Runs:
        return self._channels(list(self._settings.watched))

    def _channels(self, ids: Sequence[str]) -> Runs:
        names = {channel.id: channel.name for channel in self._progress.seen.channels}
        by_name = sorted(ids, key=lambda channel: names.get(channel, channel))
        links = [Link(f"#{names.get(channel, channel)}", channel=channel) for channel in by_name]
        return (*_listed(links[:NAMED]), *_more(len(links)))

    def _proposal(self) -> Runs:
        yes, no = proposed(self._progress.seen.channels)
        if not yes:
            return ()
        words = {
            "yes": ", ".join(f"#{channel.name}" for channel in yes[:NAMED]),
            "no": ", ".join(f"#{channel.name}" for channel in no[:NAMED]),
        }
        key = "setup.value.proposed_without" if no else "setup.value.proposed"
        return (Text("; "), *self._voice.say(key, **words))

    def _staff(self) -> Runs:
        names = {group.id: group.name for group in self._progress.seen.groups}

        def named(ids: frozenset[str]) -> str:
            return shorten(", ".join(sorted(names.get(one, one) for one in ids)), 80)

        settings = self._settings
        groups = {"moderator": settings.moderators, "specialist": settings.specialists}
        groups["manager"] = settings.managers
        told = [f"{self._voice.text(f'role.{role}')}: {named(ids)}" for role, ids in groups.items() if ids]
        return (Text("; ".join(told)),)

    def _safety(self) -> Runs:
        contact, stand_in = self._settings.safety_contact, self._settings.safety_stand_in
        if contact is None or stand_in is None:
            return ()
        return self._voice.say("setup.value.safety", name=Name(contact.name), stand_in=Name(stand_in.name))

    def _notice(self) -> Runs:
        if not self._settings.notice:
            reason = shorten(self._progress.notice_reason or "", 80)
            return self._voice.say("setup.value.notice_off", reason=reason)
        hangs = [state for state in self._notices.values() if state in (Notice.POSTED, Notice.PINNED)]
        pinned = hangs.count(Notice.PINNED)
        return self._voice.say(
            "setup.value.notice", posted=len(hangs), pinned=pinned, total=len(self._settings.watched)
        )

    def _rules(self) -> Runs:
        return self._voice.count("setup.value.rules", len(self._settings.rules))

    def _doors(self) -> Runs:
        order = next((order for order, doors in ORDERS.items() if doors == self._settings.doors), None)
        told = self._voice.text(f"order.{order}") if order else ", ".join(self._settings.doors)
        return (Text(told),)

    def _check_in(self) -> Runs:
        settings = self._settings
        days = (settings.check_in_days_high, settings.check_in_days_medium, settings.check_in_days_low)
        return self._voice.say("setup.value.check_in", high=days[0], medium=days[1], low=days[2])

    def _sensitivity(self) -> Runs:
        level = self._settings.sensitivity
        told = figures(level, self._settings.language, self._voice)
        return (Text(self._voice.text(f"sensitivity.{level}") + "; "), *told)

    def _language(self) -> Runs:
        language = self._settings.language
        register = self._settings.registers.get(language)
        name = self._voice.text(f"language.{language}")
        return (Text(f"{name}, {self._voice.text(f'address.{register}')}" if register else name),)

    def _hours(self) -> Runs:
        settings = self._settings
        days = next((d for d, week in WEEK.items() if week == settings.working_days), None)
        told = self._voice.text(f"days.{days}") if days else self._voice.text("setup.value.own_days")
        return (Text(f"{told}, {_clock(settings.day_starts)}–{_clock(settings.day_ends)}, {settings.zone}"),)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _listed(links: Sequence[Link]) -> Iterator[Text | Link]:
    for index, link in enumerate(links):
        if index:
            yield Text(", ")
        yield link


def _more(count: int) -> Runs:
    return (Text(f" +{count - NAMED}"),) if count > NAMED else ()
