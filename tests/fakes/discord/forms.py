"""What Discord takes in the body of a message: lengths, components old and new, embeds, mentions."""

from collections.abc import Iterator

from tests.fakes.discord.model import Json, walk
from tests.fakes.discord.problems import Problem, invalid, required, too_long, wrong_length

COMPONENTS_V2 = 1 << 15
ROW, BUTTON, STRING_SELECT, TEXT_INPUT, SECTION, TEXT = 1, 2, 3, 4, 9, 10
SELECTS = (3, 5, 6, 7, 8)
LINK, PREMIUM = 5, 6
TOP_V2 = (ROW, SECTION, TEXT, 12, 13, 14, 17)
INTERACTIVE = (BUTTON, TEXT_INPUT, *SELECTS)
EMBED = {"title": 256, "description": 4096}
LABEL = 18


def check_message(body: Json, files: int = 0, *, flags: int = 0, editing: bool = False) -> None:
    """Raise the Problem of a message's body, if there is one; `flags` are those the message has already."""
    new = bool((flags | int(body.get("flags") or 0)) & COMPONENTS_V2)
    content, embeds, components = body.get("content"), body.get("embeds") or [], body.get("components") or []
    if content is not None and len(str(content)) > 2000:
        raise too_long("content", 2000)
    if new and (content or embeds or body.get("sticker_ids") or body.get("poll")):
        field = "content" if content else "embeds"
        raise invalid(
            field,
            "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
            f"The '{field}' field cannot be used",
        )
    if not editing and not (
        str(content or "").strip() or embeds or components or files or body.get("sticker_ids")
    ):
        raise Problem(50006)
    if new and not components and not editing:
        raise Problem(50006)
    _check_embeds(embeds)
    (_check_new if new else _check_old)(components)
    _check_custom_ids(components)
    _check_mentions(body.get("allowed_mentions"))
    nonce = body.get("nonce")
    if isinstance(nonce, str) and len(nonce) > 25:
        raise too_long("nonce", 25)
    _check_attachments(body.get("attachments") or [], files)


def _check_attachments(attachments: list[Json], files: int) -> None:
    if files > 10:
        raise wrong_length("attachments", 0, 10)
    for index, each in enumerate(attachments):
        if "id" not in each:
            raise required(f"attachments.{index}.id")


def _check_mentions(allowed: Json | None) -> None:
    for kind in ("users", "roles"):
        listed = (allowed or {}).get(kind) or []
        if listed and kind in (allowed or {}).get("parse", []):
            sentence = f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.'
            raise invalid("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", sentence)
        if len(listed) > 100:
            raise wrong_length(f"allowed_mentions.{kind}", 0, 100)


def _check_embeds(embeds: list[Json]) -> None:
    if len(embeds) > 10:
        raise wrong_length("embeds", 0, 10)
    total = 0
    for index, embed in enumerate(embeds):
        for path, text, most in _texts(embed):
            if len(text) > most:
                raise too_long(f"embeds.{index}.{path}", most)
            total += len(text)
        for number, field in enumerate(embed.get("fields") or []):
            if not field.get("name") or not field.get("value"):
                raise required(f"embeds.{index}.fields.{number}")
        if len(embed.get("fields") or []) > 25:
            raise wrong_length(f"embeds.{index}.fields", 0, 25)
    if total > 6000:
        raise invalid("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000")


def _texts(embed: Json) -> Iterator[tuple[str, str, int]]:
    for key, most in EMBED.items():
        yield key, embed.get(key) or "", most
    yield "footer.text", (embed.get("footer") or {}).get("text") or "", 2048
    yield "author.name", (embed.get("author") or {}).get("name") or "", 256
    for number, field in enumerate(embed.get("fields") or []):
        yield f"fields.{number}.name", field.get("name") or "", 256
        yield f"fields.{number}.value", field.get("value") or "", 1024


def _check_old(components: list[Json]) -> None:
    if len(components) > 5:
        raise wrong_length("components", 0, 5)
    for index, row in enumerate(components):
        if row.get("type") != ROW:
            raise invalid(
                f"components.{index}.type", "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).'
            )
        _check_row(row, f"components.{index}")


def _check_new(components: list[Json]) -> None:
    everything = walk(components)
    if len(everything) > 40:
        raise invalid(
            "components",
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            "The total number of components is limited to 40",
        )
    if sum(len(each.get("content") or "") for each in everything if each.get("type") == TEXT) > 4000:
        raise invalid(
            "components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "Displayable text exceeds 4000"
        )
    for index, each in enumerate(components):
        if each.get("type") not in TOP_V2:
            raise invalid(
                f"components.{index}.type",
                "UNION_TYPE_CHOICES",
                f'Value of field "type" must be one of {TOP_V2}.',
            )
    for each in everything:
        if each.get("type") == ROW:
            _check_row(each, "components")
        elif each.get("type") == TEXT and not (each.get("content") or "").strip():
            raise wrong_length("components", 1, 4000)
        elif each.get("type") == SECTION and (
            "accessory" not in each or not 1 <= len(each.get("components") or []) <= 3
        ):
            raise required("components.accessory")


def _check_row(row: Json, path: str) -> None:
    inside = row.get("components") or []
    selects = [each for each in inside if each.get("type") in SELECTS]
    if not 1 <= len(inside) <= 5 or (selects and len(inside) > 1):
        raise wrong_length(f"{path}.components", 1, 1 if selects else 5)
    for index, each in enumerate(inside):
        if each.get("type") not in (BUTTON, *SELECTS):
            raise invalid(
                f"{path}.components.{index}.type",
                "UNION_TYPE_CHOICES",
                'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).',
            )
        (_check_button if each["type"] == BUTTON else _check_select)(each, f"{path}.components.{index}")


def _check_button(button: Json, path: str) -> None:
    if len(button.get("label") or "") > 80:
        raise too_long(f"{path}.label", 80)
    if not button.get("label") and not button.get("emoji") and button.get("style") != PREMIUM:
        raise required(f"{path}.label")
    if button.get("style") == LINK:
        if not button.get("url") or button.get("custom_id"):
            raise invalid(
                path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A link has a url and no custom id"
            )
        if len(button["url"]) > 512:
            raise too_long(f"{path}.url", 512)
        return
    if button.get("style") not in (1, 2, 3, 4):
        raise required(f"{path}.style")


def _check_select(select: Json, path: str) -> None:
    if len(select.get("placeholder") or "") > 150:
        raise too_long(f"{path}.placeholder", 150)
    options = select.get("options") or []
    if select["type"] == STRING_SELECT and not 1 <= len(options) <= 25:
        raise wrong_length(f"{path}.options", 1, 25)
    for index, option in enumerate(options):
        for key in ("label", "value"):
            if not 1 <= len(option.get(key) or "") <= 100:
                raise wrong_length(f"{path}.options.{index}.{key}", 1, 100)
        if len(option.get("description") or "") > 100:
            raise too_long(f"{path}.options.{index}.description", 100)
    if len({option["value"] for option in options}) < len(options):
        raise invalid(
            f"{path}.options",
            "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
            "The specified option value is already used",
        )


def _check_custom_ids(components: list[Json]) -> None:
    seen: set[str] = set()
    for each in walk(components):
        if each.get("type") not in INTERACTIVE or (
            each.get("style") in (LINK, PREMIUM) and each["type"] == BUTTON
        ):
            continue
        custom_id = each.get("custom_id")
        if not custom_id or len(custom_id) > 100:
            raise wrong_length("components.custom_id", 1, 100)
        if custom_id in seen:
            raise invalid(
                "components", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"
            )
        seen.add(custom_id)


def check_modal(modal: Json) -> None:
    """Raise the Problem of a form, if there is one."""
    if not 1 <= len(modal.get("title") or "") <= 45:
        raise wrong_length("data.title", 1, 45)
    if not 1 <= len(modal.get("custom_id") or "") <= 100:
        raise wrong_length("data.custom_id", 1, 100)
    components = modal.get("components") or []
    if not 1 <= len(components) <= 5:
        raise wrong_length("data.components", 1, 5)
    for index, each in enumerate(components):
        path = f"data.components.{index}"
        if each.get("type") not in (ROW, LABEL, TEXT):
            raise invalid(
                f"{path}.type", "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1, 10, 18).'
            )
        inner = [each] if each["type"] == LABEL else []
        _check_label(each, path) if inner else None
        for field in [each["component"]] if inner else each.get("components") or []:
            _check_input(field, path, labelled=bool(inner))
    _check_custom_ids(components)


def _check_label(label: Json, path: str) -> None:
    if not 1 <= len(label.get("label") or "") <= 45:
        raise wrong_length(f"{path}.label", 1, 45)
    if len(label.get("description") or "") > 100:
        raise too_long(f"{path}.description", 100)
    if "component" not in label:
        raise required(f"{path}.component")


def _check_input(field: Json, path: str, *, labelled: bool) -> None:
    if field.get("type") in SELECTS and labelled:
        _check_select(field, path)
        return
    if field.get("type") != TEXT_INPUT and not (labelled and field.get("type") in (19, 21, 22, 23)):
        raise invalid(f"{path}.type", "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (4,).')
    if field["type"] != TEXT_INPUT:
        return
    if not labelled and not 1 <= len(field.get("label") or "") <= 45:
        raise wrong_length(f"{path}.label", 1, 45)
    if field.get("style") not in (1, 2):
        raise required(f"{path}.style")
    if len(field.get("placeholder") or "") > 100:
        raise too_long(f"{path}.placeholder", 100)
    least, most = field.get("min_length") or 0, field.get("max_length") or 4000
    if not 0 <= least <= most <= 4000:
        raise invalid(path, "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 4000")
    if field.get("value") and not least <= len(field["value"]) <= most:
        raise wrong_length(f"{path}.value", least, most)
