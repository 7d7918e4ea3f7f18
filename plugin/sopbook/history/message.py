"""A commit's message taken apart: what changed and why, and who else had a hand in it.

Names and messages are written by whoever may push. They stay text; what could make a line read as
something else is taken out, and so is every e-mail address.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sopbook.core.text import UNSAFE
from sopbook.history.log import Author, Message, Overrule

LONGEST_NAME = 200
LONGEST_SUBJECT = 500
LONGEST_MESSAGE = 20_000

_CO_AUTHOR, _APPROVED, _REVIEWED, _OVERRULE = _KEYS = (
    "co-authored-by",
    "approved-by",
    "reviewed-by",
    "sop-change",
)
# These are taken wherever a line begins with them: a squash joins several messages into one, and
# hosting services write lines of their own below.
_OURS = re.compile(
    rf"[ \t]*({'|'.join(_KEYS)})[ \t]*:[ \t]*(.*)",
    re.IGNORECASE,
)
_TRAILER = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,63}): +(\S.*)")
_MERGE = re.compile(
    r"(?:Merge (?:remote-tracking )?(?:branch|branches|commit|commits|pull request|tag|tags)"
    r"|Merged (?:in|PR))\b",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"See merge request \S+|#? ?Conflicts:|Approved-by:", re.IGNORECASE)
_PERSON = re.compile(r"([^<>]*)<([^<>]*)>")
# Lengths are bounded, so that no text can be made to keep us busy.
_BRACKETED = re.compile(r"[ \t]{0,8}<[^<>\s]{0,255}@[^<>\s]{0,255}>")
_ADDRESS = re.compile(r"[^\s<>@()\[\]\"',;:]{1,64}@[^\s<>@()\[\]\"',;:]{1,255}")
_HOSTS = frozenset({"bitbucket", "forgejo", "gitea", "github", "gitlab", "web-flow"})
_NO_ONE = frozenset({"noreply@github.com"})


@lru_cache(maxsize=4096)
def author_of(name: str, address: str) -> Author:
    """Name an author; the address only tells a machine from a person, and goes no further."""
    before, _, after = name.partition("@")  # some are called by their address
    folded = name.strip().casefold()
    machine = "[bot]" in folded or "[bot]@" in address.casefold()
    host = folded in _HOSTS or address.casefold() in _NO_ONE
    return Author(one_line(before) or one_line(after), machine or host)


def message_of(text: str) -> Message:
    """Take a commit's message apart."""
    lines = [line.rstrip() for line in harmless(text[:LONGEST_MESSAGE]).strip().split("\n")]
    blank = lines.index("") if "" in lines else len(lines)
    subject = _without_addresses(one_line(" ".join(lines[:blank]), LONGEST_SUBJECT))
    ours, others = _ours_apart(lines[blank:])
    paragraphs, trailers = _trailers_apart(_paragraphs(others))
    told = [_without_addresses(paragraph) for paragraph in paragraphs]
    title = subject
    if _MERGE.match(subject):
        title = told.pop(0) if told and not _NO_TITLE.match(told[0]) else ""
    return Message(
        subject,
        title if title is subject else one_line(title, LONGEST_SUBJECT),
        "\n\n".join(told),
        tuple(person for value in ours.get(_CO_AUTHOR, ()) for person in _people(value)),
        _names(ours.get(_APPROVED, ())),
        _names(ours.get(_REVIEWED, ())),
        _overrule(ours.get(_OVERRULE, ())),
        trailers,
    )


def one_line(text: str, most: int = LONGEST_NAME) -> str:
    """Make a text harmless, and one line."""
    return " ".join(harmless(text[: 4 * most]).split())[:most]


def harmless(text: str) -> str:
    """Take out what is invisible or turns the writing direction; compose accents."""
    # Most names and subjects have nothing to take out, and are seen to at once.
    return unicodedata.normalize("NFC", text if text.isprintable() else UNSAFE.sub("", text))


def _without_addresses(text: str) -> str:
    if "@" not in text:
        return text
    return _ADDRESS.sub("…", _BRACKETED.sub("", text))


def _ours_apart(lines: Iterable[str]) -> tuple[Mapping[str, list[str]], list[str]]:
    """Take our trailers out; their values by their names in small letters."""
    ours: dict[str, list[str]] = {}
    others = []
    for line in lines:
        found = _OURS.fullmatch(line)
        if found:
            ours.setdefault(found[1].casefold(), []).append(found[2])
        else:
            others.append(line)
    return ours, others


def _paragraphs(lines: Iterable[str]) -> list[str]:
    return [part.strip("\n") for part in re.split(r"\n{2,}", "\n".join(lines).strip("\n")) if part]


def _trailers_apart(paragraphs: list[str]) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """Take the last paragraph for trailers where every line of it is one."""
    lines = paragraphs[-1].split("\n") if paragraphs else []
    found = [match for line in lines if (match := _TRAILER.fullmatch(line))]
    if not lines or len(found) < len(lines):
        return paragraphs, ()
    return paragraphs[:-1], tuple((match[1], _without_addresses(match[2])) for match in found)


def _people(value: str) -> Iterable[Author]:
    """Read `Name <address>`; nobody where there is no name."""
    found = _PERSON.match(value)
    name, address = (found[1], found[2]) if found else (value, "")
    person = author_of(name.strip() or address, address)
    return (person,) if person.name else ()


def _names(values: Iterable[str]) -> tuple[str, ...]:
    """Name people, each once; a machine approves nothing."""
    people = (person for value in values for person in _people(value) if not person.machine)
    return tuple(dict.fromkeys(person.name for person in people))


def _overrule(values: Iterable[str]) -> Overrule | None:
    """Where a squash joins both, the change is material: nothing may hide it."""
    said = {word for value in values for word in value.casefold().split()[:1]}
    return next((each for each in Overrule if each in said), None)
