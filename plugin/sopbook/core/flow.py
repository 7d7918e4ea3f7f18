"""Items as written -> the workflow: every step has its id, its number and its ways on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sopbook.core.diagnostic import Related
from sopbook.core.findings import Findings
from sopbook.core.fold import nearest, slug
from sopbook.core.items import NEXT, Answer, Item, in_written_order
from sopbook.core.model import Exit, Kind, Ref, Step, Workflow
from sopbook.core.values import LONGEST_ID

_DONE = "-done"


@dataclass(frozen=True, slots=True)
class _Plan:
    """The steps' ids, those of the joins, and the exits worked out so far."""

    ids: Mapping[Item, str]
    joins: Mapping[Item, str]
    known: frozenset[str]
    captions: Mapping[str, str]
    findings: Findings
    exits: dict[str, tuple[Exit, ...]] = field(default_factory=dict)


def build_workflow(items: tuple[Item, ...], findings: Findings) -> Workflow:
    """Work out the flow; ids that are written twice or lead nowhere are findings."""
    written = tuple(in_written_order(items))
    ids = _ids(written, findings)
    joins = _joins(ids)
    known = frozenset(ids.values()) | frozenset(joins.values())
    captions = {str(item.values.get("text", "")): name for item, name in ids.items()}
    plan = _Plan(ids, joins, known, captions, findings)
    _link(items, None, plan)
    return Workflow(tuple(_steps(items, plan)))


def _ids(written: tuple[Item, ...], findings: Findings) -> dict[Item, str]:
    """Give each item its id: the one written, else one made from its text."""
    ids: dict[Item, str] = {}
    owners: dict[str, Ref] = {}
    for item in written:
        if item.id and item.id.target in owners:
            _complain_of_twice(item.id, owners[item.id.target], findings)
        elif item.id:
            owners[item.id.target] = item.id
            ids[item] = item.id.target
    taken = set(ids.values())
    made = {item: ids.get(item) or _made(item, taken) for item in written}
    return {item: made[item] for item in written}


def _made(item: Item, taken: set[str]) -> str:
    values = item.values
    # An SOP is named by its id, whole; what is none is a finding already, but no id here either.
    said = (
        slug(values["sop"].target, LONGEST_ID) if "sop" in values else slug(values.get("text", ""))
    )
    name = _free(said or str(item.kind), taken)
    taken.add(name)
    return name


def _free(name: str, taken: set[str]) -> str:
    """Count up until nobody has the id: `call`, `call-2`, `call-3`."""
    if name not in taken:
        return name
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


def _joins(ids: Mapping[Item, str]) -> dict[Item, str]:
    taken = set(ids.values())
    joins: dict[Item, str] = {}
    for item, name in ids.items():
        if item.kind is Kind.TOGETHER:
            joins[item] = _free(name + _DONE, taken)
            taken.add(joins[item])
    return joins


def _link(items: tuple[Item, ...], after: str | None, plan: _Plan) -> None:
    """Work out where each item leads; `after` is what follows the whole list (None: nothing)."""
    follows = [*(plan.ids[item] for item in items[1:]), after]
    for item, follow in zip(items, follows, strict=False):
        onward = _checked(item.then, plan) if item.then else follow
        if item.kind is Kind.ASK:
            _link_answers(item, onward, plan)
        elif item.kind is Kind.TOGETHER:
            _link_branches(item, onward, plan)
        else:
            ends = item.kind is Kind.END or onward is None
            plan.exits[plan.ids[item]] = () if ends else (_onward(item, onward),)


def _onward(item: Item, onward: str | None) -> Exit:
    return Exit(onward or "", span=item.then.span if item.then else None)


def _link_answers(item: Item, onward: str | None, plan: _Plan) -> None:
    exits = []
    for answer in item.answers:
        target = _answer_target(answer, onward, plan)
        if target:
            exits.append(Exit(target, answer.label, answer.share, answer.span))
        _link(answer.steps or (), onward, plan)
    plan.exits[plan.ids[item]] = tuple(exits)


def _answer_target(answer: Answer, onward: str | None, plan: _Plan) -> str | None:
    if answer.steps:
        return plan.ids[answer.steps[0]]
    if answer.go:
        return _checked(answer.go, plan)
    if onward is None and answer.steps is None:
        message = f"The answer `{answer.label}` goes on with the next step, but nothing follows"
        plan.findings.complain(
            "SOP203", answer.span, message, "Add the step, or an `end`, after the question."
        )
    return onward


def _link_branches(item: Item, onward: str | None, plan: _Plan) -> None:
    join = plan.joins[item]
    plan.exits[plan.ids[item]] = tuple(
        Exit(plan.ids[branch.steps[0]] if branch.steps else join, branch.label, span=branch.span)
        for branch in item.branches
    )
    for branch in item.branches:
        _link(branch.steps, join, plan)
    plan.exits[join] = (_onward(item, onward),) if onward else ()


def _checked(name: Ref, plan: _Plan) -> str | None:
    """Give the id that is pointed at; None, and a finding, where no step has it."""
    if name.target in plan.known:
        return name.target
    plan.findings.complain(
        "SOP202", name.span, f"No step has the id `{name.target}`", _hint(name.target, plan)
    )
    return None


def _hint(name: str, plan: _Plan) -> str:
    """Say what was probably meant by a name that no step has."""
    near = nearest(name, (*sorted(plan.known), *plan.captions, NEXT))
    near = plan.captions.get(near, near)
    if near:
        return f"Did you mean `{near}`?"
    if name in set(Kind):
        return f"That would be a step of its own: `- {name}: …`."
    if " " in name:
        return "Give the step you mean an `id:`, or write the steps themselves below: `- do: …`."
    return "Give the step you mean an `id:`."


def _steps(items: tuple[Item, ...], plan: _Plan) -> Iterator[Step]:
    """Number the steps in written order; a join comes after the branches it closes."""
    for number, (item, is_join) in enumerate(_with_joins(items), start=1):
        own = plan.ids[item]
        if is_join:
            join = plan.joins[item]
            yield Step(join, Kind.JOIN, number, item.span, exits=plan.exits[join], joins=own)
        else:
            yield Step(own, item.kind, number, item.span, exits=plan.exits[own], **_values(item))


def _values(item: Item) -> dict[str, Any]:
    was = item.values.get("was")
    return {**item.values, "was": was.target if was else ""}


def _with_joins(items: tuple[Item, ...]) -> Iterator[tuple[Item, bool]]:
    for item in items:
        yield item, False
        for answer in item.answers:
            yield from _with_joins(answer.steps or ())
        for branch in item.branches:
            yield from _with_joins(branch.steps)
        if item.kind is Kind.TOGETHER:
            yield item, True


def _complain_of_twice(name: Ref, first: Ref, findings: Findings) -> None:
    message = f"Two steps have the id `{name.target}`; the first is on line {first.span.line}"
    related = (Related("the first", first.span),)
    findings.complain("SOP201", name.span, message, "Give one of them another id.", related)
