"""The keys of the questions that authors write to practise with, and how they are read."""

from collections.abc import Iterator

from sopbook.core.findings import Findings
from sopbook.core.fold import fold, nearest
from sopbook.core.forms import (
    Field,
    Form,
    list_of,
    read_text_node,
    record,
    shortened,
)
from sopbook.core.model import Question, Workflow, Wrong
from sopbook.core.nodes import Listing, Node, Table
from sopbook.core.span import Span
from sopbook.core.values import LINE, STEP_NAME

PRACTICE_KEY = "practice"
_EXPECTED_WHY = "the reason why this is wrong"
_WITH_WHY = {"type": "object", "additionalProperties": LINE.schema}
_ONE_WRONG = {"anyOf": [LINE.schema, _WITH_WHY]}


def _read_wrong(node: Node, findings: Findings) -> tuple[Wrong, ...] | None:
    """Read wrong answers: a table of them with their reasons, or a list of either."""
    nodes = node.items if isinstance(node, Listing) else (node,)
    found = tuple(wrong for each in nodes for wrong in _wrongs(each, findings))
    if not nodes:
        message = f"Expected {WRONG.expected}, but found an empty list"
        findings.complain("SOP108", node.span, message)
    seen: set[str] = set()
    for wrong, span in found:
        if fold(wrong.text) in seen:
            _complain_of_twin(wrong.text, span, findings)
        seen.add(fold(wrong.text))
    return tuple(wrong for wrong, _ in found) or None


def _wrongs(node: Node, findings: Findings) -> Iterator[tuple[Wrong, Span]]:
    if isinstance(node, Table) and node.entries:
        for entry in node.entries:
            text = read_text_node(entry.key, "a wrong answer", findings)
            why = read_text_node(entry.value, _EXPECTED_WHY, findings)
            if text and why:
                yield Wrong(text, why), entry.key.span
        return
    text = read_text_node(node, WRONG.expected, findings)
    if text:
        yield Wrong(text), node.span


WRONG = Form(
    "wrong answers, each with the reason, such as `Offer a discount: the limit is 60 EUR`",
    {"anyOf": [LINE.schema, _WITH_WHY, {"type": "array", "items": _ONE_WRONG}]},
    _read_wrong,
)
_QUESTION = record(
    (
        Field("situation", LINE, "What the new hire is told", required=True),
        Field("right", LINE, "The right answer", required=True),
        Field("wrong", WRONG, "Wrong answers, each with the reason", required=True),
        Field("why", LINE, "Why the right answer is right"),
        Field("step", STEP_NAME, "Id of the step that it belongs to"),
    ),
    Question,
    "a practice question (`situation`, `right` and `wrong`)",
)


def _read_question(node: Node, findings: Findings) -> Question | None:
    question: Question | None = _QUESTION.read(node, findings)
    if question and fold(question.right) in {fold(wrong.text) for wrong in question.wrong}:
        _complain_of_twin(question.right, question.places["right"], findings)
    return question


def _complain_of_twin(text: str, span: Span, findings: Findings) -> None:
    message = f"`{shortened(text)}` stands twice among the answers of one question"
    hint = "Change one of the two: only one answer is right, and each wrong one is another."
    findings.complain("SOP123", span, message, hint)


PRACTICE = list_of(Form(_QUESTION.expected, _QUESTION.schema, _read_question))


def complain_of_steps(workflow: Workflow, findings: Findings) -> None:
    """Report questions about steps that are not there."""
    captions = {step.text: step.id for step in workflow.steps if step.text}
    known = {step.id for step in workflow.steps}
    for question in workflow.practice:
        if question.step and question.step.target not in known:
            name = question.step.target
            near = nearest(name, (*sorted(known), *captions))
            near = captions.get(near, near)
            hint = f"Did you mean `{near}`?" if near else "Give the step you mean an `id:`."
            message = f"No step has the id `{name}`"
            findings.complain("SOP202", question.step.span, message, hint)
