"""The dates of DiscordChatExporter's CSV: ISO since the end of 2023, before that in the exporter's own time zone."""

import re
from datetime import datetime, tzinfo

from adapters.archive.readers.values import moment, plausible

TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:[ \u202f](?P<half>[AP]M))?"
# 31-Oct-18 07:34 PM, the default until 2023.
WITH_NAME = re.compile(rf"(?P<day>\d{{1,2}})-(?P<name>[A-Za-z]{{3}})-(?P<year>\d{{2,4}}) {TIME}")
# 10/31/2018 7:34 PM, the default of 2023; and what other countries made of it: 31/10/2018 19:34, 31.10.2018 19:34.
WITH_NUMBER = re.compile(rf"(?P<first>\d{{1,2}})[/.](?P<other>\d{{1,2}})[/.](?P<year>\d{{2,4}}),? {TIME}")
MONTHS = {name: number for number, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
)}  # fmt: skip


class DateReader:
    """Reads the dates of one file, in its order: that tells the hour that clocks turned back repeat."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._last: datetime | None = None

    def read(self, date: str) -> datetime | None:
        """`date` as aware UTC; local times are of the zone given. None if it's no date."""
        at = moment(date, self._zone) or self._local(date)
        self._last = at or self._last
        return at

    def _local(self, date: str) -> datetime | None:
        clock = face(date, self._zone)
        if clock is None:
            return None
        first = plausible(clock, self._zone)
        again = plausible(clock.replace(fold=1), self._zone)
        passed = self._last is not None and first is not None and first < self._last
        return again if passed else first


def face(date: str, zone: tzinfo) -> datetime | None:
    """What a clock on the wall showed. With AM or PM the month comes first in a date of numbers."""
    found = WITH_NAME.fullmatch(date) or WITH_NUMBER.fullmatch(date)
    if found is None:
        return None
    parts = found.groupdict()
    if "name" in parts:
        day, month = parts["day"], MONTHS.get(parts["name"].lower(), 0)
    elif parts["half"]:
        day, month = parts["other"], int(parts["first"])
    else:
        day, month = parts["first"], int(parts["other"])
    hour = int(parts["hour"])
    if parts["half"]:
        hour = hour % 12 + (12 if parts["half"] == "PM" else 0)
    year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
    try:
        return datetime(
            year, month, int(day), hour, int(parts["minute"]), int(parts["second"] or 0), tzinfo=zone
        )
    except ValueError:
        return None
