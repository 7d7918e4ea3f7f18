"""What may stand behind a key: how it is read, what was expected, and the schema of it.

One table of these (`card_form`, `step_form`, `organisation_form`) makes the reader, its messages
and the JSON Schema, so that they cannot disagree.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sopbook.core.findings import Findings
from sopbook.core.fold import nearest
from sopbook.core.nodes import Listing, Node, Scalar, Table, form_of, is_empty
from sopbook.core.span import Span

_WORD_SPACE = re.compile("[\u00a0\u2007\u202f]")
# What people write for our keys who know them from elsewhere.
OTHER_KEYS = {
    "tool": "uses", "tools": "uses", "link": "uses", "links": "uses", "use": "uses",
    "who": "by", "actor": "by", "role": "by", "assignee": "by", "person": "by",
    "owner": "responsible", "author": "responsible", "contact": "responsible",
    "deadline": "within", "due": "within", "duration": "takes", "time": "takes",
    "script": "say", "text": "say", "notes": "note", "comment": "note", "details": "note",
    "input": "needs", "requires": "needs", "output": "gives", "result": "gives",
    "next": "then", "go": "then", "goto": "then", "options": "answers", "choices": "answers",
    "if": "when", "condition": "when", "optional": "when", "description": "summary",
    "keywords": "aliases", "sla": "promise", "kpi": "measures", "kpis": "measures",
    "members": "people", "manager": "lead", "mail": "email", "tel": "phone",
    "timezone": "time_zone", "reason": "why", "because": "why", "case": "situation",
    "correct": "right", "answer": "right", "incorrect": "wrong", "false": "wrong",
}  # fmt: skip
Schema = Mapping[str, Any]
Value = Any
"""What a form gives; the attribute that holds it knows its type."""
Read = Callable[[Node, Findings], Value]


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of value. `read` gives None, and a finding, for what it refuses.

    `expected` ends the sentence "expected …".
    """

    expected: str
    schema: Schema
    read: Read


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record: its form, what it is for, and the attribute it fills (`into`)."""

    name: str
    form: Form
    help: str
    required: bool = False
    into: str = ""

    @property
    def attribute(self) -> str:
        """Name the attribute of the model that holds the value."""
        return self.into or self.name


Fields = tuple[Field, ...]


def text_form(
    convert: Callable[[str, Span], Value],
    expected: str,
    code: str,
    schema: Schema | None = None,
    hint: Callable[[str], str] = lambda _: "",
) -> Form:
    """Make a form of one line of text.

    `convert` gives None for what it cannot read; then `hint` may know what was meant.
    """

    def read(node: Node, findings: Findings) -> Value:
        text = read_text_node(node, expected, findings)
        if text is None:
            return None
        value = convert(text, node.span)
        if value is None:
            message = f"`{shortened(text)}` is not {expected}"
            findings.complain(code, node.span, message, hint(text))
        return value

    return Form(expected, schema or {"type": "string"}, read)


def read_text_node(node: Node, expected: str, findings: Findings) -> str | None:
    """Read one line of text; runs of white space become one space."""
    if is_empty(node):
        findings.complain("SOP108", node.span, f"The value is missing; expected {expected}")
        return None
    if not isinstance(node, Scalar):
        findings.complain("SOP109", node.span, f"Expected {expected}, but found {form_of(node)}")
        return None
    text = " ".join(node.text.split())
    if not text:
        findings.complain("SOP108", node.span, f"The text is empty; expected {expected}")
    return text or None


def one_of(words: Mapping[str, Value], expected: str) -> Form:
    """Make a form of one word out of a few."""

    def read(node: Node, findings: Findings) -> Value:
        text = read_text_node(node, expected, findings)
        if text is None:
            return None
        if text not in words:
            near = nearest(text, words)
            hint = f"Did you mean `{near}`?" if near else ""
            findings.complain("SOP116", node.span, f"`{shortened(text)}` is not {expected}", hint)
        return words.get(text)

    return Form(expected, {"enum": list(words)}, read)


def list_of(item: Form) -> Form:
    """Make a form of a list; a single value counts as a list of one."""

    def read(node: Node, findings: Findings) -> Value:
        nodes = node.items if isinstance(node, Listing) else (node,)
        values = (item.read(each, findings) for each in nodes)
        return tuple(value for value in values if value is not None)

    schema = {"anyOf": [item.schema, {"type": "array", "items": item.schema}]}
    return Form(f"{item.expected}, or a list of them", schema, read)


def table_of(
    read_entry: Callable[[Scalar, Node, Findings], Value], expected: str, value_schema: Schema
) -> Form:
    """Make a form of keys that the author chooses; gives a tuple with a value per entry."""

    def read(node: Node, findings: Findings) -> Value:
        if not isinstance(node, Table):
            complain_of_shape(node, expected, findings)
            return None
        values = (read_entry(entry.key, entry.value, findings) for entry in node.entries)
        return tuple(value for value in values if value is not None)

    return Form(expected, {"type": "object", "additionalProperties": value_schema}, read)


def record(fields: Fields, make: Callable[..., Any], expected: str) -> Form:
    """Make a form of fixed keys; gives `make(**values, places=…)`.

    Gives None where one that is required is missing or bad.
    """

    def read(node: Node, findings: Findings) -> Value:
        if not isinstance(node, Table):
            complain_of_shape(node, expected, findings)
            return None
        values = read_fields(node, fields, expected, findings)
        complete = all(field.attribute in values for field in fields if field.required)
        return make(**values, places=places_of(node)) if complete else None

    return Form(expected, record_schema(fields), read)


def read_fields(node: Table, fields: Fields, expected: str, findings: Findings) -> dict[str, Any]:
    """Read every key by its field; unknown and missing keys are findings."""
    by_name = {field.name: field for field in fields}
    values: dict[str, Any] = {}
    meant: set[str] = set()
    for entry in node.entries:
        field = by_name.get(entry.key.text)
        if field is None:
            meant.add(complain_of_key(entry.key, by_name, expected, findings))
            continue
        value = field.form.read(entry.value, findings)
        if value is not None:
            values[field.attribute] = value
    for field in fields:
        if field.required and node.get(field.name) is None and field.name not in meant:
            complain_of_missing(field, node, expected, findings)
    return values


def complain_of_key(key: Scalar, known: Iterable[str], where: str, findings: Findings) -> str:
    """Report a key that means nothing here; give the one that was probably meant, or ""."""
    names = list(known)
    glued = key.text.partition(":")[0]
    if glued in names and glued != key.text:
        message = f"A space is missing after `{glued}:`"
        findings.complain("SOP106", key.span, message, f"Write `{glued}: …`.")
        return glued
    if _WORD_SPACE.search(key.text):
        message = (
            f"A non-breaking space (often copied from Word) stands before `{key.text.strip()}`"
        )
        findings.complain("SOP103", key.span, message, "Delete it and type spaces.")
        return key.text.strip()
    other = OTHER_KEYS.get(key.text.lower(), "")
    near = nearest(key.text, names) or (other if other in names else "")
    hint = f"Did you mean `{near}`?" if near else f"Known here: {', '.join(names)}."
    message = f"`{shortened(key.text)}` is not a key of {where}"
    findings.complain("SOP106", key.span, message, hint)
    return near


def complain_of_shape(node: Node, expected: str, findings: Findings) -> None:
    """Report a text where keys belong, or a list where a text belongs, or nothing at all."""
    code = "SOP108" if is_empty(node) else "SOP109"
    findings.complain(code, node.span, f"Expected {expected}, but found {form_of(node)}")


def complain_of_missing(field: Field, node: Table, where: str, findings: Findings) -> None:
    """Report a key that must be there."""
    message = f"`{field.name}` is missing in {where}"
    hint = f"Add `{field.name}:` with {field.form.expected}."
    findings.complain("SOP107", first_line_of(node), message, hint)


def first_line_of(node: Table) -> Span:
    """Give the place of a record's first key: a mark under a whole record would say nothing."""
    return node.entries[0].key.span if node.entries else node.span


def places_of(node: Table) -> Mapping[str, Span]:
    """Map each key to the place of its value."""
    return {entry.key.text: entry.value.span for entry in node.entries}


def record_schema(fields: Fields) -> Schema:
    """Describe a record for editors."""
    return {
        "type": "object",
        "properties": {
            field.name: {"description": field.help, **field.form.schema} for field in fields
        },
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def shortened(text: str, longest: int = 60) -> str:
    """Cut a long text for a message."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
