"""One published change of an SOP as a story: what changed, when, who, why, and for whom."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopbook.core.model import Sop
from sopbook.core.names import Names
from sopbook.core.text import UNSAFE
from sopbook.history.changes.kinds import Weight
from sopbook.history.changes.sentence import Sentence
from sopbook.history.chronicle import Chronicle
from sopbook.history.moment import moment
from sopbook.history.telling import Telling
from sopbook.pages.news.circles import Circle, circles_of

MOST = 50
YEAR = dt.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Story:
    """A change that means something to readers; all text is plain text.

    `moment` is in the site's time zone; where `or_before`, it is only the last possible one.
    `sentences` has the material ones first. `circles` are those the SOP concerns as it is today:
    who wants to know what they work by now, wants to know how it came to be so.
    """

    sop: str
    title: str
    commit: str
    moment: dt.datetime
    weight: Weight
    sentences: tuple[Sentence, ...]
    who: tuple[str, ...] = ()
    why: str = ""
    more: str = ""
    or_before: bool = False
    circles: frozenset[Circle] = frozenset()

    @property
    def is_material(self) -> bool:
        """Whether those who work by the SOP must know of it."""
        return self.weight is Weight.MATERIAL


@dataclass(frozen=True, slots=True)
class NewsDay:
    """What was published on one day, newest first: what is material, then the rest."""

    date: dt.date
    material: tuple[Story, ...]
    editorial: tuple[Story, ...]


def stories(chronicle: Chronicle, names: Names, zone: dt.tzinfo) -> tuple[Story, ...]:
    """Tell every change that means something, newest first; of SOPs that are gone, their end."""
    library = names.library
    circles = {sop.id: circles_of(sop, library.organisation) for sop in library.sops.values()}
    told = (
        _story(library.sops.get(name), name, telling, zone, circles.get(name, frozenset()))
        for name, telling in (*chronicle.news(), *_ends(chronicle))
    )
    return tuple(sorted(told, key=lambda story: (-story.moment.timestamp(), story.sop)))


def about(found: Iterable[Story], *circles: Circle) -> tuple[Story, ...]:
    """Keep what concerns any of these circles; none of them means everybody."""
    return tuple(story for story in found if not circles or not story.circles.isdisjoint(circles))


def recent(found: tuple[Story, ...]) -> tuple[Story, ...]:
    """Keep the newest ones, none of them a year older than the newest: no clock is asked."""
    oldest = found[0].moment - YEAR if found else None
    return tuple(story for story in found[:MOST] if oldest and story.moment > oldest)


def by_day(found: Iterable[Story]) -> tuple[NewsDay, ...]:
    """Sort stories, which come newest first, into days."""
    days: dict[dt.date, list[Story]] = {}
    for story in found:
        days.setdefault(story.moment.date(), []).append(story)
    return tuple(
        NewsDay(
            date,
            tuple(story for story in told if story.is_material),
            tuple(story for story in told if not story.is_material),
        )
        for date, told in sorted(days.items(), reverse=True)
    )


def _story(
    sop: Sop | None, name: str, telling: Telling, zone: dt.tzinfo, circles: frozenset[Circle]
) -> Story:
    entry = telling.entry
    return Story(
        sop=name,
        title=sop.title if sop else name,
        commit=entry.commit.id,
        moment=moment(entry.commit, zone),
        weight=telling.weight,
        sentences=tuple(sorted(telling.sentences, key=_is_editorial)),
        who=tuple(name for name in map(_line, entry.writers) if name),
        why=_line(entry.title),
        more=UNSAFE.sub("", entry.commit.message.body).strip(),
        or_before=entry.or_before,
        circles=circles,
    )


def _ends(chronicle: Chronicle) -> Iterator[tuple[str, Telling]]:
    """Yield how SOPs went that are no longer there: in the newest of their changes."""
    for name, tellings in chronicle.gone.items():
        yield from ((name, each) for each in tellings[:1] if _is_told(each))


def _is_told(telling: Telling) -> bool:
    return bool(telling.sentences) and not telling.entry.hidden


def _is_editorial(sentence: Sentence) -> bool:
    return sentence.weight is Weight.EDITORIAL


def _line(text: str) -> str:
    """Make one line of what somebody typed in git, without what nobody sees."""
    return " ".join(UNSAFE.sub("", text).split())
