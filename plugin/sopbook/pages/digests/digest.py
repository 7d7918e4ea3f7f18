"""What a digest says, before it is written in a format."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sopbook.core.names import Names
from sopbook.core.words import Words
from sopbook.pages.dates import day
from sopbook.pages.feeds.feed import step_of
from sopbook.pages.news.circles import Circle
from sopbook.pages.news.stories import Story


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and its step's address; "" for none."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One change of an SOP; `about` says when, who and why, in one line."""

    title: str
    url: str
    lines: tuple[Line, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Part:
    """Changes of one weight, newest first; never without any."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What changed, material first; `intro` says since when, or that nothing did."""

    title: str
    intro: str
    parts: tuple[Part, ...]
    words: Words

    def left_out(self, count: int) -> str:
        """Say how many changes had no room."""
        return self.words("news.left_out", count=count)


def digest(
    found: Sequence[Story],
    since: str,
    circles: Sequence[Circle],
    names: Names,
    address: Callable[[str], str],
) -> Digest:
    """Gather what changed; `address` gives the full address of an SOP's page, "" for none."""
    words = names.words
    whom = ", ".join(circle.title(names) for circle in circles)
    parts = (
        Part(words(f"news.{key}"), tuple(_item(story, names, address) for story in told))
        for key, told in (
            ("material", [story for story in found if story.is_material]),
            ("editorial", [story for story in found if not story.is_material]),
        )
        if told
    )
    count = len(found)
    intro = words("news.since", count=count, since=since) if found else ""
    return Digest(
        title=words("news.title_of", name=whom) if whom else words("news.title"),
        intro=intro or words("news.nothing", since=since),
        parts=tuple(parts),
        words=words,
    )


def _item(story: Story, names: Names, address: Callable[[str], str]) -> Item:
    url = address(story.sop)
    lines = (
        Line(sentence.text, f"{url}#step-{step}" if url and step else "")
        for sentence in story.sentences
        for step in (step_of(sentence.steps, story.sop, names),)
    )
    return Item(
        story.title, url, tuple(lines), " · ".join(filter(None, _about(story, names.words)))
    )


def _about(story: Story, words: Words) -> Iterable[str]:
    date = day(story.moment.date(), words)
    text = date.text if date else ""
    yield words("news.or_before", date=text) if story.or_before else text
    yield ", ".join(story.who)
    yield story.why
