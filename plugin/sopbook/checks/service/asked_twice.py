"""Something that is needed twice and given by nobody.

Where two steps on one way `need` the same, and no step before the second one `gives` it, the
customer may be asked for it twice, and few things annoy people more. Let the step that asks for it
say `gives`: whoever comes later then knows that it is there. What an SOP needs that is run on the
way counts as well; what only other answers lead to, or branches at the same time, does not, nor
does a step that is walked again.

Fails:
    steps:
      - start: Customer asks for a parcel
      - do: Look at the tracking
        by: agent
        needs: [order number]
      - do: Open a search at the carrier
        by: agent
        needs: [order number]
      - end: Parcel is searched for

Passes:
    steps:
      - start: Customer asks for a parcel
      - do: Look at the tracking
        by: agent
        needs: [order number]
        gives: [order number]
      - do: Open a search at the carrier
        by: agent
        needs: [order number]
      - end: Parcel is searched for
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sopbook.analysis.calls import calls
from sopbook.analysis.ways import Ways, closure, turned
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import listed
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.fold import fold
from sopbook.core.model import Step
from sopbook.core.span import Span

CODE = "SOP235"
SEVERITY = Severity.ADVICE


@dataclass(frozen=True, slots=True)
class _Need:
    """A thing that must be at hand: as typed, where in the workflow, and where it is written.

    Those places differ where another SOP is run; `within` is its title.
    """

    thing: str
    span: Span
    written: Span
    within: str = ""


@dataclass(frozen=True, slots=True)
class _Point:
    """A step with what it needs, by folded words, and what it gives."""

    step: Step
    needs: Mapping[str, _Need]
    gives: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Summary:
    """What an SOP asks for and gives, as seen from one that runs it."""

    asks: Mapping[str, _Need] = field(default_factory=dict)
    gives: frozenset[str] = frozenset()


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per step that needs again what another one on the way to it needed."""
    summaries: dict[str, _Summary] = {}
    live = {way.sop.id: way for way in ground.live_ways()}
    run_by = turned(calls(live))
    for way in live.values():
        again = _again(_points(way, ground, summaries), way)
        if again:
            callers = closure(run_by[way.sop.id], run_by) - {way.sop.id}
            given = {thing for name in callers for thing in _summary(name, ground, summaries).gives}
            yield from _findings([pair for pair in again if pair[2] not in given])


def _findings(again: list[tuple[_Point, _Point, str]]) -> Iterator[Diagnostic]:
    """Tell what is needed twice at the same two places in one go."""
    together: dict[tuple[str, str], list[tuple[_Need, _Need]]] = {}
    for first, second, thing in again:
        needs = (first.needs[thing], second.needs[thing])
        together.setdefault((first.step.id, second.step.id), []).append(needs)
    for needs_of_two in together.values():
        first_need, need = needs_of_two[0]
        things = [second.thing for _, second in needs_of_two]
        yield _finding(things, first_need, need)


def _finding(things: list[str], first: _Need, need: _Need) -> Diagnostic:
    names = listed(f"`{thing}`" for thing in things)
    are, them = ("is", "it") if len(things) == 1 else ("are", "them")
    where = f" in `{need.within}`" if need.within else ""
    message = f"{names} {are} needed again{where}, and no step before `gives` {them}"
    hint = (
        f"Let the step that asks first say `gives: [{', '.join(things)}]`, so that no other asks."
    )
    return Diagnostic(
        CODE, message, need.span, hint, related=(Related("needed first", first.written),)
    )


def _again(points: list[_Point], way: Ways) -> list[tuple[_Point, _Point, str]]:
    """Find what is needed twice on one way: the two places, and the thing."""
    places: dict[str, list[_Point]] = {}
    for point in points:
        for thing in point.needs:
            places.setdefault(thing, []).append(point)
    twice = {thing: needing for thing, needing in places.items() if len(needing) > 1}
    up = _up(way) if twice else {}
    found = ((thing, _first_pair(needing, points, thing, up)) for thing, needing in twice.items())
    return [(*pair, thing) for thing, pair in found if pair]


def _first_pair(
    needing: list[_Point], points: list[_Point], thing: str, up: Mapping[str, tuple[str, ...]]
) -> tuple[_Point, _Point] | None:
    for second in needing[1:]:
        before = _before(second, points, up)
        first = next((point for point in before if thing in point.needs), None)
        if first and not any(thing in point.gives for point in before):
            return first, second
    return None


def _up(way: Ways) -> Mapping[str, tuple[str, ...]]:
    """Say what leads to each step; a way back up is a loop, and leads to nothing new."""
    number = {name: step.number for name, step in way.steps.items()}
    return {
        name: tuple(before for before in back if number[before] < number[name])
        for name, back in way.back.items()
    }


def _before(point: _Point, points: list[_Point], up: Mapping[str, tuple[str, ...]]) -> list[_Point]:
    leading = closure(up[point.step.id], up)
    return [each for each in points if each.step.id in leading]


def _points(way: Ways, ground: Ground, summaries: dict[str, _Summary]) -> list[_Point]:
    """List the steps that need or give something, in written order."""
    found = []
    for step in way.walked:
        if not (step.needs or step.gives or step.sop):
            continue
        run = _summary(step.sop.target, ground, summaries) if step.sop else _Summary()
        own = {fold(thing): _own(thing, step) for thing in step.needs}
        asked = {thing: _asked(need, step, ground) for thing, need in run.asks.items()}
        gives = frozenset(map(fold, step.gives)) | run.gives
        found.append(_Point(step, asked | own, gives))
    return found


def _own(thing: str, step: Step) -> _Need:
    return _Need(thing, step.places["needs"], step.places["needs"])


def _asked(need: _Need, step: Step, ground: Ground) -> _Need:
    title = ground.ways[step.sop.target].sop.title if step.sop else ""
    return _Need(need.thing, step.span, need.written, title)


def _summary(name: str, ground: Ground, summaries: dict[str, _Summary]) -> _Summary:
    """Sum up an SOP that is run; one that runs itself, or is not known, adds nothing."""
    if name not in summaries:
        summaries[name] = _Summary()
        way = ground.ways.get(name)
        if way:
            points = _points(way, ground, summaries)
            gives = frozenset(thing for point in points for thing in point.gives)
            summaries[name] = _Summary(dict(_asks(points, way)), gives)
    return summaries[name]


def _asks(points: list[_Point], way: Ways) -> Iterator[tuple[str, _Need]]:
    """Yield what an SOP needs that nothing in it gives before."""
    given = {thing for point in points for thing in point.gives}
    up = _up(way) if given else {}
    for point in points:
        for thing, need in point.needs.items():
            before = _before(point, points, up) if thing in given else ()
            if not any(thing in each.gives for each in before):
                yield thing, need
