"""Who does an SOP, who answers for it, who is asked, who is told: derived, never written.

Everything is read off the card and the workflow, so it is never out of date:

- **does it** (Responsible): who does one of its steps: `by` of a step, machines included;
- **answers for it** (Accountable): the one whom the card names as responsible;
- **is asked** (Consulted): who is handed a case, or does steps of an SOP that this one runs;
- **is told** (Informed): who stands in for the one who answers, who approved it, and who answers
  for an SOP that runs this one.

Who does it is not also asked or told, nor is who answers; who is asked is not also told. The
customer is none of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopbook.analysis.people import deputy_of
from sopbook.core.library import Library
from sopbook.core.model import CUSTOMER, Ref, Sop, Step


@dataclass(frozen=True, slots=True)
class Raci:
    """People, roles and teams by id, each list in order of appearance.

    `does` has, beside each, the numbers of the steps they do.
    """

    does: tuple[tuple[str, tuple[int, ...]], ...] = ()
    answers: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


def raci(sop: Sop, library: Library, run_by: Iterable[str] = ()) -> Raci:
    """Derive it; `run_by` are the ids of the SOPs that run this one."""
    does: dict[str, tuple[int, ...]] = {}
    for name, number in _acts(sop):
        does[name] = (*does.get(name, ()), number)
    answers = _named((sop.card.responsible,))
    asked = _without(_asked(sop, library), {*does, *answers})
    told = _without(_told(sop, library, run_by), {*does, *answers, *asked})
    return Raci(tuple(does.items()), answers, asked, told)


def _steps(sop: Sop | None) -> tuple[Step, ...]:
    return sop.workflow.steps if sop and sop.workflow else ()


def _acts(sop: Sop | None) -> Iterator[tuple[str, int]]:
    for step in _steps(sop):
        yield from ((name, step.number) for name in _named(step.by))


def _asked(sop: Sop, library: Library) -> Iterator[str]:
    for step in _steps(sop):
        yield from _named((step.to,))
        if step.sop:
            yield from (name for name, _ in _acts(library.sops.get(step.sop.target)))


def _told(sop: Sop, library: Library, run_by: Iterable[str]) -> Iterator[str]:
    approved = sop.card.approved
    yield from _named((deputy_of(sop, library.organisation), approved.by if approved else None))
    for name in run_by:
        yield from _named((library.sops[name].card.responsible,))


def _named(refs: Iterable[Ref | None]) -> tuple[str, ...]:
    names = (ref.target for ref in refs if ref)
    return tuple(dict.fromkeys(name for name in names if name != CUSTOMER))


def _without(names: Iterable[str], others: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name not in others))
