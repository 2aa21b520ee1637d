"""The tests of habits notice what they are there to notice, and nothing else."""

import ast

import pytest

from tests.house.source import Module
from tests.house.test_habits import LATER, ON_SOMEBODYS_DISK, broad_handlers, set_off_at_import


def written(text: str) -> Module:
    return Module("bot/example.py", text, ast.parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    work()\nexcept:\n    pass",
        "try:\n    work()\nexcept Exception as error:\n    log(error)",
        "try:\n    work()\nexcept (KeyError, BaseException):\n    pass",
        "with contextlib.suppress(Exception):\n    work()",
    ],
)
def test_catching_everything_is_noticed(text: str) -> None:
    assert len(list(broad_handlers(written(text)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    work()\nexcept BaseException:\n    undo()\n    raise",
        "try:\n    work()\nexcept (KeyError, OSError):\n    pass",
        "with contextlib.suppress(KeyError):\n    work()",
    ],
)
def test_catching_what_one_knows_is_fine(text: str) -> None:
    assert list(broad_handlers(written(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "start()",
        "for name in NAMES:\n    register(name)",
        "SETTINGS = Settings.load(os.environ)",
        "WORDS = Path('words.txt').read_text('utf-8')",
        "COGS: list[Cog] = []",
        "HANDLERS = {}",
        "sys.path.insert(0, '.')",
        "with open('words.txt') as file:\n    WORDS = file.read()",
    ],
)
def test_work_at_import_is_noticed(text: str) -> None:
    assert len(list(set_off_at_import(written(text)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        '"""A docstring."""',
        "if TYPE_CHECKING:\n    import decimal",
        "if __name__ == '__main__':\n    sys.exit(main())",
        "WORD = re.compile(r'\\w+')",
        "LIMITS = {'title': 24}",
        "log = structlog.get_logger()",
        "cases = Table('cases', MetaData(), Column('id', Integer))\nIndex('by_id', cases.c.id)",
        "type_of_word: type[str]",
    ],
)
def test_giving_things_names_is_fine(text: str) -> None:
    assert list(set_off_at_import(written(text))) == []


def test_paths_of_somebodys_machine_are_noticed() -> None:
    for folder in ("home", "root", "Users"):
        assert ON_SOMEBODYS_DISK.search(f"see /{folder}/ana/notes")
        assert not ON_SOMEBODYS_DISK.search(f"see https://example.org/{folder}/ana and docs/{folder}/ana")


def test_notes_to_self_are_noticed() -> None:
    assert LATER.search("# TO" + "DO: later")
    assert not LATER.search("# mastodon")
