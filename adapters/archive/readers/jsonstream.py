"""A large JSON document read value by value, and beyond its damages.

Each element of the long array is decoded on its own, out of a window that slides over the text. ijson, the streaming
parser at hand, reads five times slower, can't go on behind a damage, and takes memory with the square of a
document's depth (20 kB of brackets: 1 GB).
"""

import json
import re
from collections.abc import Callable, Iterator

# Characters after which a value is given up (at twice as many at the latest, as the window doubles). The largest real
# ones are messages with the reactions of thousands.
LARGEST_VALUE = 16 * 1024**2

# `-Infinity` and `\\uabcd` are recognised only whole: an error this close to the end may mend with more text.
LONGEST_WORD = 12

BEHIND = frozenset(",]} \t\r\n")
BETWEEN = re.compile(r"[ \t\r\n,]*")


class Malformed(Exception):
    """The document is not JSON from here on. `code` is that of a `Problem`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class JsonStream:
    """One document. `pieces` are its text; `report` is told of each damage: the number of the element, and a code.

    `count` is the number of the element of the long array that was read last, the damaged ones counted too.
    Reading goes on after a damage with the next line that starts as the array's elements do: exports are indented.
    An array on a single line ends at its first damage.
    """

    def __init__(self, pieces: Iterator[str], report: Callable[[int | None, str], None]) -> None:
        self._pieces = pieces
        self._report = report
        self._decoder = json.JSONDecoder(strict=False)
        self._text = ""
        self._at = 0
        self._in_array = False
        self.count = 0
        # How an element's line starts: as both formats have it, until the first element has shown it.
        self._start = "\n    {"
        self._learned = False

    def elements(self) -> Iterator[object]:
        """The elements of the array that the document is."""
        return (element for _, element in self._beyond_damage(self._array))

    def members(self, streamed: str) -> Iterator[tuple[str, object]]:
        """The members of the object that the document is; of the array `streamed` each element by itself."""
        return self._beyond_damage(lambda: self._object(streamed))

    def _beyond_damage(
        self, read: Callable[[], Iterator[tuple[str, object]]]
    ) -> Iterator[tuple[str, object]]:
        while True:
            try:
                yield from read()
            except Malformed as damage:
                self.count += self._in_array
                self._report(self.count if self._in_array else None, damage.code)
                self._in_array = True
                if not self._find_element():
                    return
            else:
                return

    def _array(self) -> Iterator[tuple[str, object]]:
        if not self._in_array:
            self._expect("[")
            self._in_array = True
        while self._next() != "]":
            self._learn_start()
            element = self._value()
            self.count += 1
            yield "", element
        self._at += 1
        self._in_array = False

    def _object(self, streamed: str) -> Iterator[tuple[str, object]]:
        if self._in_array:
            yield from ((streamed, element) for _, element in self._array())
        else:
            self._expect("{")
        while self._next() != "}":
            key = self._key()
            if key == streamed:
                yield from ((streamed, element) for _, element in self._array())
            else:
                yield key, self._value()

    def _key(self) -> str:
        key = self._value()
        self._expect(":")
        if not isinstance(key, str):
            raise Malformed("not_json")
        return key

    def _expect(self, character: str) -> None:
        if self._next() != character:
            raise Malformed("not_json")
        self._at += 1

    def _next(self) -> str:
        """The next character that is neither space nor comma, without passing it."""
        while True:
            between = BETWEEN.match(self._text, self._at)
            self._at = between.end() if between else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                raise Malformed("truncated")

    def _value(self) -> object:
        self._next()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._may_mend(error):
                    raise Malformed("not_json") from None
            except (RecursionError, ValueError):  # too deep, or a number of thousands of digits
                raise Malformed("not_json") from None
            else:
                if self._is_whole(value, end):
                    self._at = end
                    found: object = value
                    return found
            if len(self._text) - self._at > LARGEST_VALUE:
                raise Malformed("too_large")
            if not self._more():
                raise Malformed("truncated")

    def _is_whole(self, value: object, end: int) -> bool:
        """Whether what ends at `end` ends there: a number may go on behind the window, `-0` as `-0.5`."""
        bracketed = isinstance(value, str | list | dict)
        return bracketed or self._text[end : end + 1] in BEHIND or end < len(self._text) - LONGEST_WORD

    def _may_mend(self, error: json.JSONDecodeError) -> bool:
        """Whether the error may be no more than the end of the window."""
        return error.msg.startswith("Unterminated") or error.pos > len(self._text) - LONGEST_WORD

    def _more(self) -> bool:
        """Slide the window, and double what is left in it: an element of n characters is tried log n times."""
        rest = self._text[self._at :]
        parts, size = [rest], 0
        while size <= len(rest) and (piece := next(self._pieces, None)) is not None:
            parts.append(piece)
            size += len(piece)
        self._text, self._at = "".join(parts), 0
        return size > 0

    def _learn_start(self) -> None:
        if not self._learned:
            self._learned = True
            start = self._text[max(0, self._text.rfind("\n", 0, self._at)) : self._at + 1]
            if re.fullmatch(r"\n\s*\{", start):
                self._start = start

    def _find_element(self) -> bool:
        """Go on to the next element behind where we are. False when there is none."""
        self._at += 1
        while (found := self._text.find(self._start, self._at)) < 0:
            self._at = max(self._at, len(self._text) - len(self._start))
            if not self._more():
                return False
        self._at = found + len(self._start) - 1
        return True
