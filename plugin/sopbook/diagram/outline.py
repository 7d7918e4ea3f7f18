"""The steps of a workflow as a list: what the page's list and the chart's names both say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopbook.core.fates import Fate, Fates
from sopbook.core.measures import Duration
from sopbook.core.model import CUSTOMER, Exit, Kind, Ref, Step, Workflow
from sopbook.core.names import Names

PALETTE = 8
"""How many role colours there are; the ninth role wears the first one again."""

UNCHANGED = Fates()


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does a step: `id` as written, `name` as shown, `colour` from 1 to `PALETTE`."""

    id: str
    name: str
    colour: int
    is_system: bool = False

    @property
    def is_customer(self) -> bool:
        """Say whether it is the customer."""
        return self.id == CUSTOMER


@dataclass(frozen=True, slots=True)
class Way:
    """A way on: the words on the arrow ("" where none), and the step it leads to.

    `percent` is how often it is taken, as a number for people ("30"), "" where not said.
    """

    label: str
    target: str
    number: int
    percent: str = ""
    fate: Fate | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One step as a reader meets it: every text in one line, durations as typed."""

    id: str
    number: int
    kind: Kind
    word: str
    caption: str
    actors: tuple[Actor, ...] = ()
    when: str = ""
    within: str = ""
    takes: str = ""
    to: Actor | None = None
    after: str = ""
    sop: str = ""
    """For a `SOP`, the id of the other SOP."""
    joins: str = ""
    """For a `JOIN`, the id of the `TOGETHER` it closes."""
    ways: tuple[Way, ...] = ()
    fate: Fate | None = None
    was: "Item | None" = None
    """What it said before, where it says something else now."""

    @property
    def is_automatic(self) -> bool:
        """Say whether machines alone do it."""
        return bool(self.actors) and all(actor.is_system for actor in self.actors)

    @property
    def is_customers(self) -> bool:
        """Say whether the customer alone does it."""
        return bool(self.actors) and all(actor.is_customer for actor in self.actors)


@dataclass(frozen=True, slots=True)
class Outline:
    """Every step in written order, and every actor in order of appearance."""

    items: tuple[Item, ...]
    actors: tuple[Actor, ...] = ()

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self.items)


def outline(workflow: Workflow, names: Names, fates: Fates = UNCHANGED) -> Outline:
    """List the steps; a way to a step that is not there is left out."""
    steps = (*workflow.steps, *fates.before.values())
    actors = {actor.id: actor for actor in _actors(steps, names)}
    numbers = {step.id: step.number for step in reversed(workflow.steps)}
    items = tuple(_item(step, names, actors, numbers, fates) for step in workflow.steps)
    return Outline(items, tuple(actors.values()))


def _actors(steps: Iterable[Step], names: Names) -> Iterator[Actor]:
    seen = dict.fromkeys(ref.target for step in steps for ref in _refs(step))
    for index, name in enumerate(seen):
        yield Actor(name, line(names.actor(name)), index % PALETTE + 1, names.is_system(name))


def _refs(step: Step) -> tuple[Ref, ...]:
    return (*step.by, step.to) if step.to else step.by


def _item(
    step: Step, names: Names, actors: dict[str, Actor], numbers: dict[str, int], fates: Fates
) -> Item:
    return Item(
        id=step.id,
        number=step.number,
        kind=step.kind,
        word=names.words(f"kind.{step.kind}"),
        caption=line(names.caption(step)),
        actors=tuple(actors[ref.target] for ref in step.by),
        when=line(step.when),
        within=_duration(step.within),
        takes=_duration(step.takes),
        to=actors[step.to.target] if step.to else None,
        after=_duration(step.after),
        sop=step.sop.target if step.sop else "",
        joins=step.joins,
        ways=tuple(
            _way(way, numbers, fates.ways.get((step.id, place)))
            for place, way in enumerate(step.exits)
            if way.target in numbers
        ),
        fate=fates.steps.get(step.id),
        was=_was(fates.before.get(step.id), names, actors),
    )


def _was(before: Step | None, names: Names, actors: dict[str, Actor]) -> Item | None:
    return _item(before, names, actors, {}, UNCHANGED) if before else None


def _way(way: Exit, numbers: dict[str, int], fate: Fate | None) -> Way:
    percent = "" if way.share is None else f"{round(way.share * 100, 1):g}"
    return Way(line(way.label), way.target, numbers[way.target], percent, fate)


def _duration(duration: Duration | None) -> str:
    return line(duration.text) if duration else ""


def line(text: str) -> str:
    """Put a text on one line, with single spaces, as browsers do with names."""
    return " ".join(text.split())
