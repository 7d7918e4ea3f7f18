"""People whom a text names: by name in full, e-mail address, phone number or chat."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from sopbook.core.fold import fold
from sopbook.core.organisation import Organisation, Person
from sopbook.core.reading import Page
from sopbook.core.source_files import is_organisation

# An id with its hyphens is one word: what means somebody in a card is no name in a text.
_WORDS = re.compile(r"\w+(?:-\w+)*")
_NUMBER = re.compile(r"\+?\d[\d\s().\-/\u00a0]{4,}\d")
_DIGITS = 9
"""So many last digits tell a number from others, with or without its country's code."""

_SHORT = 3
"""Parts of names that are no longer than this are words of many languages: `Can`, `Ion`."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a text names somebody, and what it says of them.

    It may mean somebody else, or nobody, where it `is_part` of a name alone: `Grace`.
    """

    path: str
    line: int
    what: str
    is_part: bool = False


class Mentions:
    """Knows everybody there is, and finds them in texts."""

    def __init__(self, everybody: Iterable[Person]) -> None:
        """Take the people; `Ana Ionescu` is found as `ana IONESCU`, too."""
        self._people = tuple(everybody)
        self._names = {person.name: _words(person.name) for person in self._people}
        self._ids = frozenset(person.id for person in self._people)
        self._texts = {
            text: " ".join(fold(text).split())
            for person in self._people
            for text in (person.email, person.chat)
            if text
        }
        words = (word for name in self._names for word in _WORDS.findall(name))
        self._parts = frozenset(word for word in words if len(word) > _SHORT)
        self._numbers = {_digits(p.phone): p.phone for p in self._people if _digits(p.phone)}

    def texts(self, texts: Mapping[str, str]) -> Iterator[Mention]:
        """Find who is named in files; the organisation's own are nobody's reading."""
        for path, text in texts.items():
            if not is_organisation(path):
                lines = text.split("\n")
                if self._may_name(text):
                    yield from self._lines(path, lines)
                if not self._parts.isdisjoint(_WORDS.findall(text)):
                    yield from self._half(path, lines)

    def bodies(self, pages: Iterable[Page]) -> Iterator[Mention]:
        """Find the ids of people in what readers see of Markdown files."""
        for page in pages:
            for number, line in enumerate(page.text.split("\n"), start=page.text_line):
                found = self._ids.intersection(_words(line))
                yield from (Mention(page.path, number, name) for name in sorted(found))

    def titles(self, who: Organisation) -> Iterator[Mention]:
        """Find who is named in what a site says of roles, teams, measures, tools and paths."""
        for entry in who.entries():
            if not isinstance(entry, Person):
                said = "\n".join(getattr(entry, key, "") for key in ("title", "meaning", "url"))
                place = entry.span
                yield from (Mention(place.path, place.line, what) for what in self.named(said))

    def _lines(self, path: str, lines: list[str]) -> Iterator[Mention]:
        """Find who is named, and in which line that begins: it may go on in the next one."""
        for number, (line, after) in enumerate(pairwise((*lines, "")), start=1):
            here, beyond = self.named(line), self.named(after)
            both = self.named(f"{line} {after}")
            found = (what for what in both if what in here or what not in beyond)
            yield from (Mention(path, number, what) for what in found)

    def _half(self, path: str, lines: list[str]) -> Iterator[Mention]:
        """Find words that are written like a part of somebody's name, and nothing more."""
        for number, line in enumerate(lines, start=1):
            parts = self._parts.intersection(_WORDS.findall(line))
            known = frozenset(word for what in self.named(line) for word in _WORDS.findall(what))
            yield from (Mention(path, number, part, is_part=True) for part in sorted(parts - known))

    def named(self, text: str) -> tuple[str, ...]:
        """Give what a text says of people: their names, addresses and numbers, as they are."""
        folded = " ".join(fold(text).split())
        words = tuple(_WORDS.findall(folded))
        names = (name for name, own in self._names.items() if _holds(words, own))
        plain = (said for said, own in self._texts.items() if own in folded)
        digits = (_digits(number) for number in _NUMBER.findall(text))
        numbers = (self._numbers[number] for number in digits if number in self._numbers)
        return tuple(dict.fromkeys((*names, *plain, *numbers)))

    def betrays(self, text: str) -> bool:
        """Say whether a text names somebody at all, if only by their id."""
        return bool(self.named(text)) or not self._ids.isdisjoint(_words(text))

    def _may_name(self, text: str) -> bool:
        """Look quickly: most texts name nobody."""
        folded = fold(text)
        words = set(_WORDS.findall(folded))
        return (
            any(words.issuperset(own) for own in self._names.values())
            or any(own in folded for own in self._texts.values())
            or any(_digits(number) in self._numbers for number in _NUMBER.findall(text))
        )


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(fold(text)))


def _holds(words: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Say whether words stand together in a text."""
    size = len(own)
    return bool(own) and any(words[at : at + size] == own for at in range(len(words) - size + 1))


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)[-_DIGITS:]
