"""When a change was published, by the clock of the site's time zone."""

import datetime as dt
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from sopbook.history.log import Commit


@cache
def zone_named(name: str) -> dt.tzinfo:
    """Give a time zone; its rules are the same on every machine, whatever the machine knows."""
    place = files("tzdata").joinpath("zoneinfo", *name.split("/"))
    with place.open("rb") as rules:
        return ZoneInfo.from_file(rules, name)


def moment(commit: Commit, zone: dt.tzinfo) -> dt.datetime:
    """Say when a commit was made."""
    return dt.datetime.fromtimestamp(commit.time, zone)
