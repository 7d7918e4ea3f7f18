"""A case that is opened and then forgotten.

A step `gives` a case or a ticket, and on some way from there to an end nothing is heard of it
again: no step needs it, names it or uses the same tool, nobody else takes over, no other SOP is
run. Open cases hide the ones that matter. Add the step that closes it, or hand it over.

Fails:
    steps:
      - start: Customer reports a fault
      - do: Write down the fault
        by: agent
        gives: [case number]
      - do: Explain how to mend it
        by: agent
      - end: Machine works

Passes:
    steps:
      - start: Customer reports a fault
      - do: Write down the fault
        by: agent
        gives: [case number]
      - do: Explain how to mend it
        by: agent
      - do: Close the case
        by: agent
        needs: [case number]
      - end: Machine works
"""

from collections.abc import Callable, Iterator
from functools import partial

from sopbook.analysis.calls import calls
from sopbook.analysis.ways import Ways, closure, turned
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.checks.vocabulary import CASES, CLOSING, begins, words
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.fold import fold
from sopbook.core.model import Kind, Step
from sopbook.core.organisation import Organisation

CODE = "SOP236"
SEVERITY = Severity.ADVICE


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per case after which a way leads to an end without a word of it."""
    run_by = turned(calls({way.sop.id: way for way in ground.live_ways()}))
    for way, step in ground.live_steps():
        case = next((thing for thing in step.gives if _is_case(thing)), "")
        # What another SOP runs is a part of that one, which may go on with the case.
        if not case or run_by[way.sop.id] or not _opens(step, way):
            continue
        end = _forgotten(way, step, partial(_goes_on, step, case, ground.organisation))
        if end:
            message = (
                f"What is opened here (`{case}`) is neither closed nor handed over "
                f"on the way to {called(end)}"
            )
            hint = f"Add a step that closes it above that end, with `needs: [{case}]`."
            related = (Related("the end", end.span),)
            yield Diagnostic(CODE, message, step.places["gives"], hint, related=related)


def _is_case(thing: str) -> bool:
    return not CASES.isdisjoint(words(thing))


def _opens(step: Step, way: Ways) -> bool:
    """Say whether a step that gives a case opens one: it closes none, and none was there before."""
    before = closure(way.back[step.id], way.back) - {step.id}
    known = (thing for name in before for thing in (*way.steps[name].needs, *way.steps[name].gives))
    return not any(map(_is_case, known)) and not begins(words(step.text, *step.gives), CLOSING)


def _forgotten(way: Ways, opened: Step, goes_on: Callable[[Step], bool]) -> Step | None:
    """Walk on from where a case was opened; give an end that is got to with nothing done to it."""
    seen: set[str] = set()
    waiting = list(way.onward[opened.id])
    while waiting:
        step = way.steps[waiting.pop()]
        if step.id in seen or goes_on(step):
            continue
        if step.kind is Kind.END:
            return step
        seen.add(step.id)
        waiting += way.onward[step.id]
    return None


def _goes_on(opened: Step, case: str, who: Organisation, later: Step) -> bool:
    """Say whether a later step has to do with the case, or others do from there on."""
    if later.sop or later.kind is Kind.ESCALATE or _is_named(case, later):
        return True
    tools = {resource.tool for resource in opened.uses if resource.tool}
    if any(resource.tool in tools for resource in later.uses):
        return True
    return _others(opened, later, who)


def _is_named(case: str, later: Step) -> bool:
    if fold(case) in map(fold, (*later.needs, *later.gives)):
        return True
    names = (ref.target for ref in later.by)
    found = words(later.text, later.note, later.say, later.when, later.automate,
                  *names, *later.needs, *later.gives)  # fmt: skip
    return not CASES.isdisjoint(found) or begins(found, CLOSING)


def _others(opened: Step, later: Step, who: Organisation) -> bool:
    """Say whether somebody else has it: a colleague who did not open it."""
    first = {ref.target for ref in opened.by}
    return any(who.is_colleague(ref.target) and ref.target not in first for ref in later.by)
