"""The single values authors write: names, days, times, addresses, hours, targets."""

import datetime as dt
import re
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from sopbook.core import guesses
from sopbook.core.findings import Findings
from sopbook.core.fold import slug
from sopbook.core.forms import Form, list_of, read_text_node, table_of, text_form
from sopbook.core.measures import EXPECTED_DURATION, parse_duration
from sopbook.core.model import Bound, Promise, Ref, Resource, Status, Target, Waiver
from sopbook.core.nodes import Node, Scalar, Table
from sopbook.core.span import Span
from sopbook.core.text import complain_of_character

LONGEST_ID = 64
_ID = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EMAIL = re.compile(r"[^@\s<>\"(),:;\\]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(r"\+?[0-9(][0-9 ()./-]{2,28}[0-9](?: ?(?:ext\.?|x) ?[0-9]{1,6})?")
_SHARE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?) ?%")
_TARGET = re.compile(r"(at least|at most) (.+)")
_NUMBER = re.compile(r"(-?[0-9]{1,9}(?:[.,][0-9]{1,3})?) ?([^0-9\s].{0,20})?")
# They stand in no name, but come along when a name is copied from a text.
_HIDDEN = re.compile("[\u00ad\u200b-\u200d\u2060]")
_PERCENT = 100
LINK_SCHEMES = ("http", "https", "mailto", "tel")
# Names that Windows keeps for devices; a file of that name cannot be checked out there.
DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}


def is_id(text: str) -> bool:
    """Say whether a text is an id: `a-z0-9-`, at most 64 characters, no device of Windows."""
    return len(text) <= LONGEST_ID and bool(_ID.fullmatch(text)) and text not in DEVICES


def _id(text: str, _: Span) -> str | None:
    return text if is_id(text) else None


def _new_name(text: str, span: Span) -> Ref | None:
    return Ref(text, span) if is_id(text) else None


def as_id(text: str) -> str:
    """Say how the id of a text would be written: people write a name where its id belongs."""
    name = slug(text, LONGEST_ID)
    return guesses.perhaps(name if is_id(name) else "")


def reference_form(expected: str) -> Form:
    """Make a form of a name that must mean something elsewhere: which, only the library knows."""

    def read(node: Node, findings: Findings) -> Ref | None:
        text = read_text_node(node, expected, findings)
        hidden = _HIDDEN.search(text) if text else None
        if hidden:
            complain_of_character(hidden[0], node.span, findings)
        return Ref(text, node.span) if text and not hidden else None

    return Form(expected, _NAME_SCHEMA, read)


def _date(text: str, _: Span) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def is_link(text: str) -> bool:
    """Say whether a text is a whole address a reader may be sent to."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    whole = parts.netloc if parts.scheme in {"http", "https"} else parts.path
    return parts.scheme in LINK_SCHEMES and bool(whole) and not re.search(r"[\s<>\"`]", text)


@cache
def time_zones() -> frozenset[str]:
    """Give the names of all time zones, the same on every machine."""
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())


def parse_target(text: str) -> tuple[Bound, str, float, str] | None:
    """Read `at least 90 %` as bound, amount, value and unit; a time is in seconds (`s`)."""
    found = _TARGET.fullmatch(text)
    if not found:
        return None
    time = parse_duration(found[2])
    if time:
        return Bound(found[1]), found[2], time.most, "s"
    number = _NUMBER.fullmatch(found[2])
    if not number:
        return None
    return Bound(found[1]), found[2], float(number[1].replace(",", ".")), number[2] or ""


def parse_share(text: str) -> float | None:
    """Read `30 %` as 0.3."""
    found = _SHARE.fullmatch(text)
    share = float(found[1]) / _PERCENT if found else 2
    return share if share <= 1 else None


def _promise(key: Scalar, value: Node, findings: Findings) -> Promise | None:
    time = DURATION.read(value, findings)
    return Promise(key.text, time, value.span) if time else None


def _target(key: Scalar, value: Node, findings: Findings) -> Target | None:
    measure = TERM_NAME.read(key, findings)
    text = read_text_node(value, EXPECTED_TARGET, findings)
    if measure is None or text is None:
        return None
    found = parse_target(text)
    if not found:
        findings.complain("SOP117", value.span, f"`{text}` is not {EXPECTED_TARGET}")
        return None
    return Target(measure, *found)


def _waiver(key: Scalar, value: Node, findings: Findings) -> Waiver | None:
    reason = read_text_node(value, "the reason why this is meant to be", findings)
    return Waiver(key.text, reason, key.span) if reason else None


def _resource(node: Node, findings: Findings) -> Resource | None:
    if isinstance(node, Table) and len(node.entries) == 1:
        entry = node.entries[0]
        url = LINK.read(entry.value, findings)
        return Resource(title=entry.key.text, url=url) if url else None
    text = read_text_node(node, EXPECTED_RESOURCE, findings)
    if text is None:
        return None
    if is_link(text):
        return Resource(title=text, url=text)
    if ":" not in text and "/" not in text:
        return Resource(tool=Ref(text, node.span))
    findings.complain("SOP117", node.span, f"`{text}` is not {EXPECTED_RESOURCE}")
    return None


def _markdown(node: Node, findings: Findings) -> str | None:
    """Read a text of several lines as it is."""
    text = read_text_node(node, "a text", findings)
    return node.text.strip("\n") if text and isinstance(node, Scalar) else None


_NAME_SCHEMA = {"type": "string", "pattern": f"^{_ID.pattern}$", "maxLength": LONGEST_ID}
EXPECTED_ID = (
    f"an id: small letters a-z, digits and `-`, at most {LONGEST_ID}, such as `angry-call`"
)
EXPECTED_TARGET = "a target such as `at least 90 %` or `at most 24 h`"
EXPECTED_RESOURCE = (
    "a tool's name from the organisation, an address (https://…), or `Title: https://…`"
)

LINE = text_form(lambda text, _: text, "a text of one line", "SOP109")
LINES = list_of(LINE)
MARKDOWN = Form("a text", {"type": "string"}, _markdown)
ID = text_form(_id, EXPECTED_ID, "SOP115", _NAME_SCHEMA, as_id)
ACTOR = reference_form(
    "the name of a person, role or team in the organisation, such as `team-lead`"
)
SOP_NAME = reference_form("the id of an SOP: its file's name, such as `complaint-call`")
NEW_NAME = text_form(_new_name, EXPECTED_ID, "SOP115", _NAME_SCHEMA, as_id)
STEP_NAME = reference_form("the id of a step, such as `solved`")
TERM_NAME = reference_form("a name the organisation knows, such as `phone` or `complaint`")
ACTORS = list_of(ACTOR)
SOP_NAMES = list_of(SOP_NAME)
TERM_NAMES = list_of(TERM_NAME)
DATE = text_form(
    _date, "a day such as 2026-09-01", "SOP114", {"type": "string", "format": "date"}, guesses.day
)
DURATION = text_form(
    lambda text, _: parse_duration(text), EXPECTED_DURATION, "SOP113", hint=guesses.duration
)
EXPECTED_LINK = "an address that begins with https://, http://, mailto: or tel:"
LINK = text_form(lambda text, _: text if is_link(text) else None,
                 EXPECTED_LINK, "SOP117")  # fmt: skip
EMAIL = text_form(
    lambda text, _: text if _EMAIL.fullmatch(text) else None,
    "an e-mail address such as ana@example.com",
    "SOP117",
    hint=guesses.email,
)
PHONE = text_form(lambda text, _: text if _PHONE.fullmatch(text) else None,
                  'a phone number such as "+40 21 555 0100"', "SOP117")  # fmt: skip
ZONE = text_form(
    lambda text, _: text if text in time_zones() else None,
    "the name of a time zone such as Europe/Bucharest",
    "SOP117",
    hint=lambda text: guesses.one_among(text, sorted(time_zones())),
)
SHARE = text_form(
    lambda text, _: parse_share(text),
    "a share such as `30 %`",
    "SOP117",
    hint=lambda text: guesses.perhaps(f"{text} %" if parse_share(f"{text} %") is not None else ""),
)
STATUSES = {status.value: status for status in Status}
PROMISES = table_of(_promise, "what was promised with its time, such as `{first response: 30 s}`",
                    DURATION.schema)  # fmt: skip
ALLOW = table_of(_waiver, "codes of findings with reasons, such as `{SOP218: one long form}`",
                 LINE.schema)  # fmt: skip
TARGETS = table_of(_target, "measures with targets, such as `{csat: at least 90 %}`", LINE.schema)
RESOURCES = list_of(
    Form(
        EXPECTED_RESOURCE,
        {"anyOf": [LINE.schema, {"type": "object", "maxProperties": 1}]},
        _resource,
    )
)
