"""What the page of a difference shows: each SOP that changed, its sentences beside its chart."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopbook.core.fates import Fate
from sopbook.core.names import Names
from sopbook.diagram.draw import draw
from sopbook.history.changes.kinds import Weight
from sopbook.history.changes.sentence import Sentence, Shown
from sopbook.history.compared import Compared, Comparison


@dataclass(frozen=True, slots=True)
class Place:
    """A step in the chart that a sentence leads to."""

    anchor: str
    number: int
    is_gone: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence; `weight` is "" where it weighs what the whole change does."""

    text: str
    sign: str
    weight: str
    places: tuple[Place, ...]
    wording: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """An SOP: its heading's id, what changed, and its chart as SVG ("" where that is as before)."""

    anchor: str
    id: str
    title: str
    weight: str
    unread: str
    is_new: bool
    told: tuple[Told, ...]
    picture: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Two versions, how many SOPs changed by weight, these, and what else changed."""

    before: str
    after: str
    counts: tuple[tuple[str, int], ...]
    sops: tuple[Section, ...]
    same: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def has_marks(self) -> bool:
        """Whether a chart or a text is marked."""
        return any(sop.picture or any(each.wording for each in sop.told) for sop in self.sops)


def difference(comparison: Comparison, names: Names) -> Difference:
    """Prepare the page."""
    return Difference(
        comparison.before,
        comparison.after,
        tuple((weight, count) for weight in Weight if (count := len(comparison.of(weight)))),
        tuple(_section(place, sop, names) for place, sop in enumerate(comparison.sops, start=1)),
        comparison.same,
        comparison.others,
    )


def _section(place: int, sop: Compared, names: Names) -> Section:
    anchor = f"sop-{place}"
    return Section(
        anchor,
        sop.id,
        sop.title,
        sop.weight,
        sop.changes.unread,
        sop.is_first,
        tuple(_told(each, sop, f"{anchor}-step-") for each in sop.sentences),
        _picture(sop, anchor, names),
    )


def _told(sentence: Sentence, sop: Compared, anchor: str) -> Told:
    weight = "" if sentence.weight is sop.weight else sentence.weight
    places = tuple(_places(sentence, sop, anchor))
    return Told(sentence.text, sentence.sign, weight, places, sentence.wording)


def _places(sentence: Sentence, sop: Compared, anchor: str) -> Iterator[Place]:
    if sop.chart:
        workflow, fates = sop.chart
        steps = {step.id: step for step in workflow.steps}
        for name in sop.places(sentence):
            is_gone = fates.steps.get(name) is Fate.REMOVED
            yield Place(f"{anchor}{name}", steps[name].number, is_gone)


def _picture(sop: Compared, anchor: str, names: Names) -> str:
    if not sop.chart:
        return ""
    workflow, fates = sop.chart
    drawing = draw(
        workflow,
        names,
        title=sop.title,
        anchor=f"{anchor}-step-",
        chart_id=f"{anchor}-chart",
        standalone=True,
        named=True,
        fates=fates,
    )
    return drawing.svg
