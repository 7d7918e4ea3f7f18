"""The keys of each kind of step, and how nested lists of them are read."""

from collections.abc import Mapping

from sopbook.core.findings import Findings
from sopbook.core.fold import nearest
from sopbook.core.forms import (
    Field,
    Fields,
    Form,
    Schema,
    Value,
    complain_of_shape,
    places_of,
    read_fields,
    shortened,
)
from sopbook.core.items import NEXT, Answer, Branch, Item
from sopbook.core.model import Kind
from sopbook.core.nodes import Entry, Listing, Node, Scalar, Table, form_of, is_empty
from sopbook.core.span import Span
from sopbook.core.values import (
    ACTOR,
    ACTORS,
    ALLOW,
    DURATION,
    LINE,
    LINES,
    MARKDOWN,
    NEW_NAME,
    RESOURCES,
    SHARE,
    SOP_NAME,
    STEP_NAME,
)


def _read_steps_below(node: Node, findings: Findings) -> tuple[Item, ...] | None:
    return read_steps(node, findings)


def _read_answers(node: Node, findings: Findings) -> tuple[Answer, ...] | None:
    if not isinstance(node, Table) or not node.entries:
        complain_of_shape(node, ANSWERS.expected, findings)
        return None
    return tuple(_read_answer(entry, findings) for entry in node.entries)


def _read_answer(entry: Entry, findings: Findings) -> Answer:
    """Read one answer; one that is refused has no steps, and its finding stands."""
    label, span, value = " ".join(entry.key.text.split()), entry.key.span, entry.value
    if is_empty(value):
        message = f"The answer `{shortened(label)}` leads nowhere"
        findings.complain("SOP108", span, message, f"Write {_LEADS_TO}.")
        return Answer(label, span, steps=())
    if isinstance(value, Listing):
        return Answer(label, span, steps=read_steps(value, findings))
    if isinstance(value, Table):
        return _read_long_answer(label, span, value, findings)
    if value.text == NEXT:
        return Answer(label, span)
    go = STEP_NAME.read(value, findings)
    return Answer(label, span, go, steps=None if go else ())


def _read_long_answer(label: str, span: Span, node: Table, findings: Findings) -> Answer:
    """Read `{go: … | steps: …, share: …}`."""
    first = node.entries[0].key if node.entries else None
    if first and first.text in KINDS:
        message = f"The answer `{shortened(label)}` begins a step without its dash"
        findings.complain(
            "SOP109", first.span, message, f"Write `- {first.text}: …`, indented below the answer."
        )
        return Answer(label, span, steps=())
    before = len(findings.found)
    values = read_fields(node, _LONG_ANSWER, f"the answer `{shortened(label)}`", findings)
    written = {entry.key.text for entry in node.entries}
    if len(findings.found) == before and len(written & {"go", "steps"}) != 1:
        message = f"The answer `{shortened(label)}` needs either `go` or `steps`"
        findings.complain("SOP107", span, message, f"Write {_LEADS_TO}.")
    go = values.get("go")
    go = None if go and go.target == NEXT else go
    return Answer(label, span, go, values.get("steps"), values.get("share"))


def _read_branches(node: Node, findings: Findings) -> tuple[Branch, ...] | None:
    if not isinstance(node, Table) or not node.entries:
        complain_of_shape(node, TOGETHER.expected, findings)
        return None
    return tuple(
        Branch(entry.key.text, entry.key.span, read_steps(entry.value, findings))
        for entry in node.entries
    )


_LEADS_TO = "the id of a step, `next`, or a list of steps"
_STEPS_SCHEMA: Schema = {"type": "array", "items": {"$ref": "#/$defs/step"}}
STEPS = Form("a list of steps, each beginning with `- `", _STEPS_SCHEMA, _read_steps_below)
_LONG_ANSWER = (
    Field("go", STEP_NAME, "Id of the step it leads to, or `next`"),
    Field("steps", STEPS, "The steps it leads to"),
    Field("share", SHARE, "How often this answer is given, such as `30 %`"),
)
_ANSWER_SCHEMA: Schema = {
    "anyOf": [
        {"type": "string"},
        _STEPS_SCHEMA,
        {
            "type": "object",
            "properties": {field.name: field.form.schema for field in _LONG_ANSWER},
            "additionalProperties": False,
        },
    ]
}
ANSWERS = Form(
    "answers below, such as `yes: id-of-a-step` or `no: next`",
    {"type": "object", "additionalProperties": _ANSWER_SCHEMA},
    _read_answers,
)
TOGETHER = Form(
    "names, each with a list of steps that are done at the same time",
    {"type": "object", "additionalProperties": _STEPS_SCHEMA},
    _read_branches,
)

_NAMED = (
    Field("id", NEW_NAME, "What other steps point at; keeps the history when the text is reworded"),
    Field("was", NEW_NAME, "The id this step had before"),
    Field("allow", ALLOW, "Findings that are meant to be: each code with the reason"),
)
_TEXTS = (Field("note", MARKDOWN, "How to do it, in Markdown"),)
_ACTED = (Field("by", ACTORS, "Role, person, team or system that does it"),)
_WORK = (
    *_ACTED,
    Field("within", DURATION, "Deadline for this step"),
    Field("takes", DURATION, "Usual working time: one value or a range"),
    Field("say", MARKDOWN, "Words to use"),
    *_TEXTS,
    Field("uses", RESOURCES, "Tools and resources, or links"),
    Field("needs", LINES, "Information that must be at hand"),
    Field("gives", LINES, "What the step leaves behind"),
    Field("automate", LINE, "An idea to automate it"),
)
_WHEN = (Field("when", LINE, "Makes it an optional step: the condition, in words"),)
_ANSWERED = (Field("answers", ANSWERS, "Where each answer leads", required=True),)
_THEN = (Field("then", STEP_NAME, "Id of the step that follows, if it is not the next one"),)

KINDS: Mapping[str, tuple[Form, Fields]] = {
    "start": (LINE, (*_NAMED, *_ACTED, *_TEXTS, *_THEN)),
    "do": (LINE, (*_NAMED, *_WHEN, *_WORK, *_THEN)),
    "ask": (LINE, (*_NAMED, *_WORK, *_ANSWERED)),
    "wait": (LINE, (*_NAMED, *_WHEN, *_WORK, *_THEN)),
    "escalate": (LINE, (
        *_NAMED, *_WHEN,
        Field("to", ACTOR, "Person, role or team that takes over", required=True),
        Field("after", DURATION, "How long to try before"),
        *_WORK, *_THEN,
    )),
    "sop": (SOP_NAME, (*_NAMED, *_WHEN, *_WORK, *_THEN)),
    "together": (TOGETHER, (*_NAMED, *_WHEN, *_TEXTS, *_THEN)),
    "end": (LINE, (*_NAMED, *_ACTED, *_TEXTS, Field("say", MARKDOWN, "Words to use"),
                   Field("gives", LINES, "What the whole leaves behind"))),
}  # fmt: skip
# What people write who know flowcharts from elsewhere.
OTHER_WORDS = {
    "does": "do",
    "action": "do", "task": "do", "step": "do", "process": "do", "activity": "do",
    "decision": "ask", "question": "ask", "choice": "ask", "if": "ask",
    "pause": "wait", "delay": "wait", "handover": "escalate", "escalation": "escalate",
    "subprocess": "sop", "call": "sop", "run": "sop", "parallel": "together",
    "begin": "start", "trigger": "start", "finish": "end", "stop": "end", "done": "end",
}  # fmt: skip
STEP_KEYS = {field.name: field for _, fields in KINDS.values() for field in fields}
_STRUCTURE = ("id", "then", "answers")


def read_steps(node: Node, findings: Findings) -> tuple[Item, ...]:
    """Read a list of steps; one that cannot be read leaves a stand-in in its place."""
    if not isinstance(node, Listing) or not node.items:
        found = "an empty list" if isinstance(node, Listing) else form_of(node)
        code = "SOP108" if is_empty(node) else "SOP109"
        findings.complain(code, node.span, f"Expected {STEPS.expected}, but found {found}")
        return ()
    return tuple(_read_item(item, findings) for item in node.items)


def _read_item(node: Node, findings: Findings) -> Item:
    if not isinstance(node, Table):
        _complain_of_bare_item(node, findings)
        return Item(Kind.DO, node.span)
    kinds = [entry for entry in node.entries if entry.key.text in KINDS]
    if not kinds:
        _complain_of_no_kind(node, findings)
        return Item(Kind.DO, node.span, _id_of(node))
    for other in kinds[1:]:
        message = (
            f"`{kinds[0].key.text}` and `{other.key.text}` stand in one step; a step has one kind"
        )
        findings.complain(
            "SOP111", other.key.span, message, "Make two steps, each with its own dash."
        )
    return _read_kind(kinds[0], node, findings)


def _read_kind(entry: Entry, node: Table, findings: Findings) -> Item:
    kind, (form, fields) = Kind(entry.key.text), KINDS[entry.key.text]
    value = form.read(entry.value, findings)
    values = read_fields(_only(node, fields, entry, findings), fields, f"{_a(kind)} step", findings)
    structure = {name: values.pop(name, None) for name in _STRUCTURE}
    values["places"] = places_of(node)
    branches: tuple[Branch, ...] = ()
    if kind is Kind.TOGETHER:
        branches = value or ()
    elif value is not None:
        values["sop" if kind is Kind.SOP else "text"] = value
    return Item(kind, _caption_span(entry), _usable(structure["id"], findings), structure["then"],
                structure["answers"] or (), branches, values)  # fmt: skip


def _only(node: Table, fields: Fields, kind: Entry, findings: Findings) -> Table:
    """Leave out the kinds, and keys that are right elsewhere but not in this kind (findings)."""
    names = {field.name for field in fields}
    # A step of two kinds is one mistake: what belongs to the second is not another.
    kinds = (entry.key.text for entry in node.entries if entry.key.text in KINDS)
    told = {field.name for name in kinds for field in KINDS[name][1]}
    kept = []
    for entry in node.entries:
        key = entry.key.text
        if key in names or (key not in STEP_KEYS and key not in KINDS):
            kept.append(entry)
        elif key not in KINDS and key not in told:
            _complain_of_misplaced(entry.key, kind.key.text, findings)
    return Table(tuple(kept), _caption_span(kind))


def _usable(name: Value, findings: Findings) -> Value:
    if name and name.target == NEXT:
        message = f"`{NEXT}` cannot be the id of a step: in answers it means the next item"
        findings.complain("SOP115", name.span, message)
        return None
    return name


def _id_of(node: Table) -> Value:
    """Read the id of a step that is refused for something else, so that links to it hold."""
    value = node.get("id")
    return STEP_NAME.read(value, Findings()) if value else None


def _caption_span(entry: Entry) -> Span:
    """Give the place of a step: its kind and, on the same line, its text."""
    start, end = entry.key.span, entry.value.span
    if end.end_line != start.line:
        return start
    return Span(start.path, start.line, start.column, start.line, end.end_column)


def _a(kind: str) -> str:
    return f"an `{kind}`" if kind[0] in "aeiou" else f"a `{kind}`"


def _complain_of_misplaced(key: Scalar, kind: str, findings: Findings) -> None:
    homes = ", ".join(
        f"`{name}`" for name, (_, fields) in KINDS.items() if key.text in {f.name for f in fields}
    )
    message = f"`{key.text}` does not belong to {_a(kind)} step"
    findings.complain("SOP112", key.span, message, f"It belongs to: {homes}.")


def _complain_of_bare_item(node: Node, findings: Findings) -> None:
    text = shortened(node.text) if isinstance(node, Scalar) and node.text else "…"
    step = f"{text}: …" if text in KINDS else f"do: {text}"
    message = f"A step needs its kind, but found {form_of(node)}"
    findings.complain("SOP110", node.span, message, f"Write `- {step}`, for example.")


def _complain_of_no_kind(node: Table, findings: Findings) -> None:
    """Report a step without a kind, at the key that was probably meant as one."""
    unknown = next((entry.key for entry in node.entries if entry.key.text not in STEP_KEYS), None)
    if unknown is None:
        span = node.entries[0].key.span if node.entries else node.span
        message = "This step does not say what kind it is"
        findings.complain("SOP110", span, message, f"Give it one of: {', '.join(KINDS)}.")
        return
    key = unknown.text.lower()
    near = nearest(key, (*KINDS, *OTHER_WORDS))
    meant = OTHER_WORDS.get(near, near)
    hint = f"Did you mean `{meant}`?" if meant else f"The kinds are: {', '.join(KINDS)}."
    findings.complain(
        "SOP110", unknown.span, f"`{shortened(unknown.text)}` is not a kind of step", hint
    )
