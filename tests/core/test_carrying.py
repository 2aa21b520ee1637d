"""Files on their way: the words go whatever becomes of them, and nobody's memory fills up."""

import asyncio
from datetime import timedelta

import pytest

from bot.attachments import MESSAGES, described
from bot.carrying import AT_ONCE, LONGEST_WAIT, PATIENT, Carrier
from bot.ports import DoorShut, Gone, Queued, Transient
from bot.vocabulary.files import Attachment
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import File, Message, Paragraph, Text
from tests.fakes.platform import FakePlatform

LARGEST = 1000
HERE = MessageRef("room", "1")
PICTURE, PAPER = described("1", "a.png", 3, HERE), described("2", "b.pdf", 3, HERE)


class Shelf(FakePlatform):
    """A platform with files; what is an error is raised."""

    def __init__(self, **held: bytes | Exception) -> None:
        super().__init__()
        self.held = held

    async def fetch(self, community: str, file: Attachment, limit: int) -> bytes:
        found = self.held[f"file{file.id}"]
        if isinstance(found, Exception):
            raise found
        return found


class Door:
    """Where things are sent; it may let in words alone."""

    def __init__(self, *, files: bool = True, words: bool = True) -> None:
        self.sent: list[Message] = []
        self._files, self._words = files, words

    async def send(self, message: Message) -> int:
        if not self._words or (not self._files and self.names(message)):
            raise DoorShut("missing_permission")
        self.sent.append(message)
        return len(self.sent)

    @staticmethod
    def names(message: Message) -> list[str]:
        return [part.name for part in message.parts if isinstance(part, File)]


def message(*files: Attachment) -> Message:
    return Message((Paragraph((Text("Look."),)),), attached=files)


async def carry(
    shelf: Shelf, door: Door, *files: Attachment, attempts: int = 0, carrier: Carrier | None = None
) -> tuple[str, ...]:
    _, lost = await (carrier or Carrier()).carry(
        shelf, "fake:1", message(*files), door.send, largest=LARGEST, attempts=attempts
    )
    return lost


async def test_a_file_becomes_a_part_of_the_message() -> None:
    door = Door()
    assert await carry(Shelf(file1=b"one", file2=b"two"), door, PICTURE, PAPER) == ()
    [sent] = door.sent
    assert Door.names(sent) == ["a.png", "b.pdf"] and sent.attached == ()


async def test_many_that_were_said_to_be_small_fill_no_memory() -> None:
    door = Door()
    large = {f"file{number}": b"x" * LARGEST for number in range(MESSAGES + 1)}
    told = [described(str(number), f"{number}.png", 3, HERE) for number in range(MESSAGES + 1)]
    assert await carry(Shelf(**large), door, *told) == (f"{MESSAGES}.png",)
    assert len(Door.names(door.sent[0])) == MESSAGES


@pytest.mark.parametrize(
    "found", [Gone("file"), DoorShut("too_large"), b"", b"MZ\x90", b"x" * (LARGEST + 1)], ids=repr
)
async def test_what_can_not_be_had_is_left_out_and_named(found: bytes | Exception) -> None:
    door = Door()
    assert await carry(Shelf(file1=found, file2=b"two"), door, PICTURE, PAPER) == ("a.png",)
    assert [Door.names(each) for each in door.sent] == [["b.pdf"]]


async def test_what_may_be_had_later_is_waited_for_but_not_for_ever() -> None:
    door, shelf = Door(), Shelf(file1=Transient("unreachable"))
    with pytest.raises(Transient):
        await carry(shelf, door, PICTURE, attempts=PATIENT - 1)
    assert door.sent == []
    assert await carry(shelf, door, PICTURE, attempts=PATIENT) == ("a.png",)
    assert len(door.sent) == 1


async def test_who_has_waited_long_enough_gets_the_words() -> None:
    """A thin line may never take the files."""
    door, late = Door(), LONGEST_WAIT + timedelta(seconds=1)
    _, lost = await Carrier().carry(
        Shelf(file1=b"one"),
        "fake:1",
        message(PICTURE),
        door.send,
        largest=1000,
        attempts=PATIENT,
        waited=late,
    )
    assert lost == ("a.png",) and [Door.names(each) for each in door.sent] == [[]]


async def test_where_no_files_are_let_in_the_words_go_alone() -> None:
    door = Door(files=False)
    assert await carry(Shelf(file1=b"one"), door, PICTURE) == ("a.png",)
    assert [Door.names(each) for each in door.sent] == [[]]


async def test_a_door_that_is_shut_to_words_too_is_shut() -> None:
    with pytest.raises(DoorShut):
        await carry(Shelf(file1=b"one"), Door(words=False), PICTURE)


async def test_only_few_are_carried_at_once_and_words_never_wait() -> None:
    carrier, door, released = Carrier(), Door(), asyncio.Event()

    class Slow(Shelf):
        async def fetch(self, community: str, file: Attachment, limit: int) -> bytes:
            await released.wait()
            return b"one"

    under_way = [asyncio.create_task(carry(Slow(), door, PICTURE, carrier=carrier)) for _ in range(AT_ONCE)]
    await asyncio.sleep(0)
    with pytest.raises(Queued):
        await carry(Slow(), door, PICTURE, carrier=carrier)
    assert await carry(Slow(), door, carrier=carrier) == ()
    released.set()
    await asyncio.gather(*under_way)
    assert await carry(Slow(), door, PICTURE, carrier=carrier) == ()
