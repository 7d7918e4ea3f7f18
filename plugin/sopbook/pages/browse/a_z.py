"""All SOPs from A to Z, by their titles and by the other words people have for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from sopbook.core.fold import fold
from sopbook.core.model import Sop
from sopbook.pages.browse.places import A_Z, Way, letter_page, ways
from sopbook.pages.own import OwnPage, key_of
from sopbook.pages.site import Links, Site
from sopbook.pages.views.reference import SopLink, sop_link

MOST = 200
"""So many names stand on a page; where there are more, each letter has one, or several."""
_OTHERS = "0"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name; an SOP that is called so otherwise is the one to see."""

    name: str
    sop: SopLink
    is_title: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """Names that begin with the same letter, or some of them; `id` is of its page and heading.

    `title` is "" for what begins with no letter. `first` and `last` say which names there are;
    where they are only some of the letter's, `part` counts from 1.
    """

    id: str
    title: str
    count: int
    url: str
    first: str
    last: str
    is_here: bool
    part: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """A letter with its names."""

    letter: Letter
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The letters to jump to, and those that stand on this page; `whole` is where all begin."""

    ways: tuple[Way, ...]
    sops: int
    letters: tuple[Letter, ...]
    groups: tuple[Group, ...]
    whole: str


@dataclass(frozen=True, slots=True)
class _Name:
    """A name and what it is sorted by."""

    key: str
    name: str
    sop: str
    is_title: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """Names with the same first letter that go on one page together."""

    id: str
    title: str
    names: tuple[_Name, ...]
    part: int


def pages(site: Site) -> Iterator[OwnPage]:
    """Yield the index, and where there are many names the pages of its letters."""
    yield A_Z
    runs = _runs(site)
    if _is_split(runs):
        yield from (letter_page(run.id) for run in runs)


def index(about: str, site: Site, links: Links) -> Index:
    """Gather the page of a letter, or the one where all begin."""
    runs = _runs(site)
    is_split = _is_split(runs)
    shown = [run for run in runs if run.id == about or not is_split]
    return Index(
        ways=ways(links, A_Z.part),
        sops=len(site.listed),
        letters=tuple(_letter(run, about, links, is_split=is_split) for run in runs),
        groups=tuple(
            Group(_letter(run, about, links, is_split=is_split), _entries(run, site, links))
            for run in shown
        ),
        whole=links.own(A_Z.part) if about else "",
    )


def title(about: str, site: Site) -> str:
    """Title a page."""
    whole = site.words("a_z.title")
    found = next((run for run in _runs(site) if run.id == about), None)
    if found is None:
        return whole
    name = found.title or site.words("a_z.others")
    return f"{whole}: {name}" + (f" ({_span(found)})" if found.part else "")


def _span(run: _Run) -> str:
    return f"{run.names[0].name} … {run.names[-1].name}"


def _is_split(runs: Iterable[_Run]) -> bool:
    return sum(len(run.names) for run in runs) > MOST


def _runs(site: Site) -> tuple[_Run, ...]:
    names = sorted(_names(site.listed.values()), key=lambda one: (one.key, one.name, one.sop))
    found = []
    for letter, them in groupby(names, key=lambda one: _initial(one.key)):
        every = tuple(them)
        starts = range(0, len(every), MOST)
        for number, start in enumerate(starts, 1):
            name = _id(letter) + (f"-{number}" if number > 1 else "")
            some = every[start : start + MOST]
            found.append(_Run(name, letter.upper(), some, number if len(starts) > 1 else 0))
    return tuple(found)


def _names(sops: Iterable[Sop]) -> Iterator[_Name]:
    for sop in sops:
        yield _Name(_key(sop.title), sop.title, sop.id, is_title=True)
        for alias in dict.fromkeys(sop.card.aliases):
            yield _Name(_key(alias), alias, sop.id, is_title=False)


def _key(name: str) -> str:
    """Sort by the first letter or digit, whatever quotes or signs stand before it."""
    folded = fold(name)
    start = next((at for at, sign in enumerate(folded) if sign.isalnum()), len(folded))
    # What begins with no letter comes first.
    return folded[start:]


def _initial(key: str) -> str:
    return key[0] if key[:1].isalpha() else ""


def _id(letter: str) -> str:
    if not letter:
        return _OTHERS
    return letter if letter.isascii() else f"u{ord(letter):x}"


def _letter(run: _Run, about: str, links: Links, *, is_split: bool) -> Letter:
    page = links.own(key_of(A_Z.part, run.id))
    return Letter(
        id=run.id,
        title=run.title,
        count=len(run.names),
        url=page if is_split else f"#letter-{run.id}",
        first=run.names[0].name,
        last=run.names[-1].name,
        is_here=run.id == about,
        part=run.part,
    )


def _entries(run: _Run, site: Site, links: Links) -> tuple[Entry, ...]:
    found = ((one, sop_link(one.sop, site, links)) for one in run.names)
    return tuple(Entry(one.name, link, one.is_title) for one, link in found)
