"""From what somebody clicked, typed or sent to an action with its arguments. Reads only; the gate is asked here."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.cases.model import Case
from bot.catalogue.arguments import (
    LONGEST_TYPED,
    LONGEST_WORDS,
    READERS,
    Argument,
    Kind,
    read_choice,
    read_number,
    split_line,
)
from bot.catalogue.button_ids import read_button_id
from bot.catalogue.collect import Action, Catalogue
from bot.catalogue.declare import Surface
from bot.catalogue.gate import check, may_try
from bot.community import Community
from bot.context import Context
from bot.errors import UserError
from bot.finding import Found
from bot.language import Voice
from bot.ports import Chosen, Interaction, Pressed, Submitted, Typed
from bot.text import clean, shorten
from bot.vocabulary.events import ActionTaken
from bot.vocabulary.replies import Form, FormField


@dataclass(frozen=True, slots=True)
class Call:
    """An action and what was given to it, by argument; `found` is what its words name."""

    action: Action
    values: Mapping[str, str]
    found: Found = field(default_factory=Found)

    @property
    def wants_form(self) -> bool:
        """Something is missing, so it is asked for."""
        return any(a.required and a.name not in self.values for a in self.action.arguments)

    @property
    def lacks_case(self) -> Argument | None:
        """The case it is about was not named."""
        cases = (a for a in self.action.numbers if a.kind is Kind.CASE and a.required)
        return next((a for a in cases if a.name not in self.values), None)

    @property
    def has_words(self) -> bool:
        """It holds somebody's own words."""
        return any(a.kind is Kind.WORDS and a.name in self.values for a in self.action.arguments)


def read_call(catalogue: Catalogue, community: Community, interaction: Interaction) -> Call:
    """Which action is meant. Raises UserError for unknown commands, and for forged or outlived buttons."""
    match interaction:
        case Pressed(button=button):
            return _pressed(catalogue, community, button, {})
        case Submitted(form=form, values=values):
            return _pressed(catalogue, community, form, values)
        case Typed(line=line):
            found = catalogue.command_for(clean(line))
            if found is None:
                word = shorten(" ".join(clean(line).split()[:2]), 40)
                raise UserError("error.unknown_command", word=word)
            action, rest = found
            return Call(action, split_line(action.arguments, rest))
        case ActionTaken(action=name, values=values):
            return Call(_known(catalogue, name), values)
        case Chosen(menu=name):
            return Call(_known(catalogue, name, menu=True), {})


def _pressed(catalogue: Catalogue, community: Community, button: str, typed: Mapping[str, str]) -> Call:
    read = read_button_id(button)
    if read is None or read.community != community.id:
        raise UserError("error.button")
    action = _known(catalogue, read.action)
    if len(read.numbers) > len(action.numbers):
        raise UserError("error.button")
    names = (argument.name for argument in action.numbers)
    values = {name: str(n) for name, n in zip(names, read.numbers, strict=False)}
    return Call(action, {**typed, **values})


def _known(catalogue: Catalogue, name: str, *, menu: bool = False) -> Action:
    """The action, taken the way it is offered: menus on messages, everything else without one."""
    action = catalogue.actions.get(name)
    if action is None or (action.mark.surface is Surface.MENU) is not menu:
        raise UserError("error.button")
    return action


async def bind(ctx: Context, call: Call, *, for_form: bool = False) -> dict[str, Any]:
    """The handler's arguments, after the gate. Raises UserError; with `for_form` anything may be missing."""
    given = [argument for argument in call.action.numbers if argument.name in call.values]
    arguments = given if for_form else call.action.arguments
    bound = {argument.name: await _value(ctx, argument, call) for argument in arguments}
    case = next((value for value in bound.values() if isinstance(value, Case)), None)
    # Whoever may do it with some case is asked for the case; with that one the gate is passed again.
    if not (for_form and call.lacks_case and may_try(call.action.mark, ctx.doer)):
        check(call.action.mark, ctx.doer, case)
    if call.action.survey and not for_form:
        bound[call.action.survey] = call.found.survey
    return bound


async def _value(ctx: Context, argument: Argument, call: Call) -> Any:
    word = call.values.get(argument.name, "")
    if not word.strip():
        if argument.required:
            raise UserError("error.missing", argument=argument.name, usage=usage(call.action))
        return argument.default
    match argument.kind:
        case Kind.CASE:
            return await ctx.cases.by_number(read_number(Kind.CASE, word))
        case Kind.CHOICE:
            return read_choice(argument, word)
        case Kind.MEMBER | Kind.CHANNEL | Kind.GROUP:
            return call.found.of(argument)
    return READERS[argument.kind](word)


async def askable(ctx: Context, call: Call) -> Call:
    """Without numbers of cases that name none for this person: the form asks for them again."""
    kept = dict(call.values)
    for argument in call.action.numbers:
        if argument.kind is Kind.CASE and argument.name in kept:
            try:
                await ctx.cases.by_number(read_number(Kind.CASE, kept[argument.name]))
            except UserError:
                del kept[argument.name]
    return replace(call, values=kept)


def usage(action: Action) -> str:
    """How the command is typed: `case transfer <case> <member>`, optional arguments in brackets."""
    shown = (f"<{a.name}>" if a.required else f"[{a.name}]" for a in action.arguments)
    return " ".join((action.name, *shown))


def form_for(call: Call, voice: Voice) -> Form:
    """The form that asks for what is missing, filled with what was given."""
    action = call.action
    missing = [a for a in action.numbers if a.required and a.name not in call.values]
    fields = tuple(
        _field(action, argument, call.values.get(argument.name, ""), voice)
        for argument in (*missing, *action.typed)
    )
    numbers = tuple(int(call.values[a.name].strip("# ")) for a in action.numbers if a.name in call.values)
    return Form(action.name, numbers, voice.text(action.label), fields, voice.text("core.send"))


def _field(action: Action, argument: Argument, value: str, voice: Voice) -> FormField:
    long, words = argument.takes_the_rest, argument.kind is Kind.WORDS
    label = voice.text(action.asks if words else f"argument.{argument.name}")
    options = tuple((choice, voice.text(f"{argument.name}.{choice}")) for choice in argument.choices)
    value = value[:LONGEST_TYPED]
    limit = max(LONGEST_WORDS, len(value)) if long else 100
    return FormField(argument.name, label, value, long, argument.required, limit, options)
