"""Which SOPs belong together, looked up from both ends."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sopbook.core.library import Library
from sopbook.core.model import Ref, Sop

Index = Mapping[str, tuple[str, ...]]
"""For an SOP's id, the ids of others."""


@dataclass(frozen=True, slots=True)
class Relations:
    """The other ends of what is written: who names an SOP, and as what; `learnt_in` has paths."""

    runs: Index
    run_by: Index
    replaced_by: Index
    improved_by: Index
    related: Index
    learnt_in: Index


def relations(library: Library) -> Relations:
    """Index the library once, so that a page costs no walk over all SOPs."""
    runs = _named(library, _run)
    related = _named(library, lambda sop: sop.card.related)
    paths = library.organisation.paths.values()
    lessons = {path.id: tuple(dict.fromkeys(map(str, path.sops))) for path in paths}
    return Relations(
        runs=runs,
        run_by=_turned(runs),
        replaced_by=_turned(_named(library, lambda sop: (sop.card.replaces,))),
        improved_by=_turned(_named(library, lambda sop: (sop.card.improves,))),
        related=_joined(related, _turned(related)),
        learnt_in=_turned(lessons),
    )


def _run(sop: Sop) -> Iterable[Ref | None]:
    return (step.sop for step in sop.workflow.steps) if sop.workflow else ()


def _named(library: Library, refs: Callable[[Sop], Iterable[Ref | None]]) -> Index:
    """Keep the names that mean an SOP, each once."""
    sops = library.sops
    found = {
        sop.id: (ref.target for ref in refs(sop) if ref and ref.target in sops)
        for sop in sops.values()
    }
    return {name: tuple(dict.fromkeys(others)) for name, others in found.items()}


def _turned(index: Index) -> Index:
    turned: dict[str, tuple[str, ...]] = {}
    for one, others in index.items():
        for other in others:
            turned[other] = (*turned.get(other, ()), one)
    return turned


def _joined(one: Index, other: Index) -> Index:
    """Being related is mutual, whoever of the two wrote it down."""
    return {
        key: tuple(dict.fromkeys((*one.get(key, ()), *other.get(key, ()))))
        for key in one.keys() | other.keys()
    }
