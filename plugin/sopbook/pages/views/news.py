"""A page of what is new: for everybody, or for those it concerns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sopbook.history.changes.kinds import Weight
from sopbook.history.changes.sentence import Sentence, Sign
from sopbook.pages.dates import Day, day
from sopbook.pages.feeds.feed import step_of, title
from sopbook.pages.news.circles import Circle, Group
from sopbook.pages.news.stories import Story, by_day
from sopbook.pages.site import Links, Site
from sopbook.pages.views.reference import SopLink, sop_link


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, and the step it is about; "" where the SOP has no such step any more."""

    text: str
    url: str
    sign: Sign


@dataclass(frozen=True, slots=True)
class Item:
    """One change: `moment` is exact, for machines; the rest is for reading."""

    sop: SopLink
    moment: str
    time: str
    said: tuple[Said, ...]
    minor: tuple[Said, ...]
    who: str
    why: str
    more: str
    or_before: bool


@dataclass(frozen=True, slots=True)
class NewsOfDay:
    """A day; what is editorial is folded."""

    day: Day
    material: tuple[Item, ...]
    editorial: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A page of news for a circle."""

    title: str
    url: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Branches:
    """The pages for circles of one kind."""

    group: Group
    pages: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What is new, day by day. `name` is the circle's, "" for everybody."""

    title: str
    name: str
    everything: str
    groups: tuple[Branches, ...]
    atom: str
    json: str
    days: tuple[NewsOfDay, ...]
    bounded: int
    """How many are shown, where there are older ones; else 0."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What lies beside a page of news, as seen from it; "" for nowhere.

    `page` takes a circle (None: everybody), `feed` the ending of the feed of this page.
    """

    circles: tuple[Circle, ...]
    page: Callable[[Circle | None], str]
    feed: Callable[[str], str]


def news(
    shown: Sequence[Story],
    circle: Circle | None,
    site: Site,
    links: Links,
    beside: Beside,
    *,
    is_all: bool = True,
) -> News:
    """Tell the news; unless `is_all`, there are older ones."""
    days = ((day(each.date, site.words), each.material, each.editorial) for each in by_day(shown))
    return News(
        title=title(circle, site.names),
        name=circle.title(site.names) if circle else "",
        everything=beside.page(None) if circle else "",
        groups=tuple(filter(_has_pages, (_branches(g, circle, site, beside) for g in Group))),
        atom=beside.feed("xml"),
        json=beside.feed("json"),
        days=tuple(
            NewsOfDay(date, _items(material, site, links), _items(editorial, site, links))
            for date, material, editorial in days
            if date
        ),
        bounded=0 if is_all else len(shown),
    )


def _branches(group: Group, here: Circle | None, site: Site, beside: Beside) -> Branches:
    found = (
        Branch(each.title(site.names), beside.page(each), each == here)
        for each in beside.circles
        if each.group is group
    )
    return Branches(group, tuple(branch for branch in found if branch.url))


def _has_pages(found: Branches) -> bool:
    return bool(found.pages)


def _items(told: Sequence[Story], site: Site, links: Links) -> tuple[Item, ...]:
    return tuple(_item(story, site, links) for story in told)


def _item(story: Story, site: Site, links: Links) -> Item:
    material = [each for each in story.sentences if each.weight is Weight.MATERIAL]
    minor = [each for each in story.sentences if each.weight is Weight.EDITORIAL]
    return Item(
        sop=sop_link(story.sop, site, links),
        moment=story.moment.isoformat(),
        time=f"{story.moment:%H:%M}",
        said=_said(material or minor, story, site, links),
        minor=_said(minor if material else (), story, site, links),
        who=", ".join(story.who),
        why=story.why,
        more=story.more,
        or_before=story.or_before,
    )


def _said(
    sentences: Sequence[Sentence], story: Story, site: Site, links: Links
) -> tuple[Said, ...]:
    page = links.sop(story.sop)
    found = ((each, step_of(each.steps, story.sop, site.names)) for each in sentences)
    return tuple(
        Said(each.text, f"{page}#step-{step}" if page and step else "", each.sign)
        for each, step in found
    )
