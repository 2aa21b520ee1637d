"""Files between members and staff, on any platform: what is carried, what is not, and who hears of it."""

import struct
import zlib

from tests.contract.stage import Stage
from tests.contract.test_members import complaint


def picture(red: int = 200) -> bytes:
    """A PNG of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(bytes((0, red, 30, 30)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


async def test_what_a_member_attaches_reaches_the_staff_thread(stage: Stage) -> None:
    await complaint(stage)
    said = await stage.max.writes(
        stage.max.private, "", files={"bread.png": picture(), "fix.exe": b"MZ and so on"}
    )
    mirrored = await stage.daria.all(stage.staff_thread())
    assert "The member wrote:" in mirrored and "bread.png" in mirrored
    assert "Not passed on: fix.exe (12 B)" in mirrored
    assert await stage.daria.files(stage.staff_thread()) == {"bread.png": picture()}
    assert "The team can't get this from here: fix.exe (12 B)" in await stage.max.all(stage.max.private)

    await stage.max.deletes(said)
    assert "bread.png" not in await stage.daria.all(stage.staff_thread())
    assert await stage.daria.files(stage.staff_thread()) == {}


async def test_what_a_moderator_attaches_reaches_the_member(stage: Stage) -> None:
    await complaint(stage)
    assert "Reply with files" not in await stage.daria.buttons("staff-room")
    await stage.daria.writes(stage.staff_thread(), "the guide", files={"guide.png": picture(90)})
    assert await stage.max.files(stage.max.private) == {}, "what stands in the thread is a note"

    asked = await stage.daria.presses("Reply with files", "staff-room")
    answered = await asked.fills(text="Here is how it works.")
    assert "guide.png" in answered.text
    assert "Here is how it works." in await stage.max.last(stage.max.private)
    assert await stage.max.files(stage.max.private) == {"guide.png": picture(90)}
    assert "the guide" not in await stage.max.all(stage.max.private)
    assert "Reply with files" not in await stage.daria.buttons("staff-room")
