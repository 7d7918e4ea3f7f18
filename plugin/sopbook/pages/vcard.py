"""Contacts as files that phones and mail programs read."""

import re
from collections.abc import Iterator

from sopbook.core.names import Names
from sopbook.core.organisation import Person, Role, Team

_ESCAPED = re.compile(r"[\\,;]")
_LONGEST = 75


def vcards(names: Names) -> Iterator[tuple[str, str]]:
    """Yield the id and the vCard of everybody who can be written to or called."""
    organisation = names.library.organisation
    groups = (organisation.people, organisation.roles, organisation.teams)
    for actor in (actor for group in groups for actor in group.values()):
        if actor.email or actor.phone:
            yield actor.id, vcard(actor, names)


def vcard(actor: Person | Role | Team, names: Names) -> str:
    """Write a contact as a vCard.

    Version 3.0 (RFC 2426), because Outlook and older phones do not read 4.0 (RFC 6350).
    """
    name = _escaped(names.actor(actor.id))
    title = actor.title if isinstance(actor, Person) else ""
    hours = actor.hours.text if actor.hours else ""
    fields = (
        ("FN", name),
        ("N", _parts(actor, names)),
        ("TITLE", _escaped(title)),
        ("EMAIL;TYPE=INTERNET,WORK", _escaped(actor.email)),
        ("TEL;TYPE=VOICE,WORK", _escaped(actor.phone)),
        ("URL", actor.chat if actor.chat.startswith("http") else ""),
        ("NOTE", _escaped(f"{hours} {actor.time_zone}")),
    )
    lines = (f"{key}:{value}" for key, value in fields if value)
    return "".join(map(_folded, ("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD")))


def _parts(actor: Person | Role | Team, names: Names) -> str:
    """Write a name in parts, family first, for phones that sort by it.

    Nothing says which part is the family's. Of two words it is the last one in the languages that
    departments write in; any other name is kept whole, rather than torn at a wrong place.
    """
    name = names.actor(actor.id)
    words = name.split()
    if isinstance(actor, Person) and len(words) == len(("given", "family")):
        given, family = map(_escaped, words)
        return f"{family};{given};;;"
    return f";{_escaped(name)};;;"


def _escaped(text: str) -> str:
    return _ESCAPED.sub(r"\\\g<0>", " ".join(text.split()))


def _folded(line: str) -> str:
    """Break a line after at most 75 bytes, never within a character."""
    parts, size = [""], 0
    for character in line:
        width = len(character.encode())
        if size + width > _LONGEST:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += width
    return "\r\n".join(parts) + "\r\n"
