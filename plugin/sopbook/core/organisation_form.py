"""The keys of the organisation's file, and how its parts become one organisation."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sopbook.core.diagnostic import Related
from sopbook.core.findings import Findings
from sopbook.core.forms import (
    Field,
    Fields,
    Schema,
    Value,
    complain_of_key,
    one_of,
    places_of,
    read_fields,
    record_schema,
)
from sopbook.core.hours import HOURS
from sopbook.core.nodes import Entry, Node, Table, form_of
from sopbook.core.organisation import (
    Audience,
    LearningPath,
    Measure,
    Organisation,
    Person,
    Role,
    Team,
    Term,
    Tool,
)
from sopbook.core.values import (
    ACTOR,
    ACTORS,
    ALLOW,
    DATE,
    DURATION,
    EMAIL,
    ID,
    LINE,
    LINK,
    PHONE,
    SOP_NAMES,
    TERM_NAME,
    ZONE,
)

_REACH = (
    Field("email", EMAIL, "E-mail address"),
    Field("phone", PHONE, "Phone number, in quotes"),
    Field("chat", LINK, "Address of the chat"),
    Field("hours", HOURS, "When to reach them, in their time zone"),
    Field("time_zone", ZONE, "Time zone of the hours"),
)
_TITLE = Field("title", LINE, "What readers see", required=True)
_ALLOW = Field("allow", ALLOW, "Findings that are meant to be: each code with the reason")
_ESCALATES = Field("escalates_to", ACTOR, "Person, role or team that is next")
PERSON = (
    Field("name", LINE, "The person's name", required=True),
    Field("title", LINE, "What they are"),
    *_REACH,
    Field("deputy", ACTOR, "Who stands in for them"),
    Field("until", DATE, "The last day they hold their duties"),
    _ALLOW,
)
ROLE = (
    _TITLE,
    Field(
        "kind",
        one_of(
            {k: k for k in ("person", "system", "customer")},
            "a kind of role: person, system, customer",
        ),
        "Who plays it",
    ),
    Field("people", ACTORS, "Ids of the people in this role"),
    _ESCALATES,
    *_REACH,
    _ALLOW,
)
TEAM = (
    _TITLE,
    Field("lead", ACTOR, "Who answers for the team"),
    Field("people", ACTORS, "Ids of the people in it"),
    _ESCALATES,
    *_REACH,
    _ALLOW,
)
TERM = (_TITLE, _ALLOW)
AUDIENCE = (_TITLE, Field("roles", ACTORS, "Ids of the roles and teams that it is"), _ALLOW)
MEASURE = (
    _TITLE,
    Field("meaning", LINE, "What it says, in plain words"),
    Field("unit", LINE, 'Its unit, such as "%"'),
    Field("good", one_of({k: k for k in ("high", "low")}, "`high` or `low`"), "Which way is good"),
    _ALLOW,
)
TOOL = (_TITLE, Field("url", LINK, "Where to open it"), _ALLOW)
PATH = (
    _TITLE,
    Field("for", TERM_NAME, "The role or audience that learns", into="audience"),
    Field("sops", SOP_NAMES, "Ids of the SOPs, in order", required=True),
    Field("within", DURATION, "By when, from the first day"),
    _ALLOW,
)
SECTIONS: Mapping[str, tuple[Fields, Callable[..., Any], str]] = {
    "people": (PERSON, Person, "a person"),
    "roles": (ROLE, Role, "a role"),
    "teams": (TEAM, Team, "a team"),
    "channels": (TERM, Term, "a channel"),
    "reasons": (TERM, Term, "a reason"),
    "audiences": (AUDIENCE, Audience, "an audience"),
    "measures": (MEASURE, Measure, "a measure"),
    "tools": (TOOL, Tool, "a tool"),
    "paths": (PATH, LearningPath, "an onboarding path"),
}


def read_organisation(roots: tuple[Table, ...], findings: Findings) -> Organisation:
    """Make one organisation of its files' nodes."""
    entries: dict[str, dict[str, Any]] = {name: {} for name in SECTIONS}
    is_whole = True
    for root in roots:
        for section in root.entries:
            if section.key.text in SECTIONS and isinstance(section.value, Table):
                _read_section(section, entries[section.key.text], findings)
            else:
                is_whole = False
                _complain_of_section(section, findings)
    return replace(_joined(entries), is_whole=is_whole)


def _complain_of_section(section: Entry, findings: Findings) -> None:
    if section.key.text not in SECTIONS:
        complain_of_key(section.key, SECTIONS, "the organisation", findings)
        return
    message = f"Expected names below `{section.key.text}`, but found {form_of(section.value)}"
    hint = "Write each one as `its-id:` with keys below it."
    findings.complain("SOP109", section.key.span, message, hint)


def _joined(entries: Mapping[str, dict[str, Any]]) -> Organisation:
    """Lay what was written over what is known anyway."""
    known = Organisation()
    whole: dict[str, Any] = {name: getattr(known, name) | own for name, own in entries.items()}
    return replace(known, **whole)


def _read_section(section: Entry, into: dict[str, Any], findings: Findings) -> None:
    form, make, what = SECTIONS[section.key.text]
    for entry in section.value.entries if isinstance(section.value, Table) else ():
        if ID.read(entry.key, findings) is None:
            continue
        if entry.key.text in into:
            _complain_of_twice(entry, into[entry.key.text], findings)
            continue
        into[entry.key.text] = _read_entry(entry, form, make, what, findings)


def _read_entry(
    entry: Entry, form: Fields, make: Callable[..., Any], what: str, findings: Findings
) -> Value:
    """Read one entry; a bad one is kept under its id, so that naming it is no second mistake."""
    whole = f"{what} (`{entry.key.text}`)"
    values: dict[str, Any] = {}
    if isinstance(entry.value, Table):
        values = read_fields(entry.value, form, whole, findings)
    else:
        _complain_of_shape(entry.key.text, entry.value, form, findings)
    blanks = {field.attribute: "" for field in form if field.required and field.form is LINE}
    places = places_of(entry.value) if isinstance(entry.value, Table) else {}
    return make(**{**blanks, **values}, id=entry.key.text, span=entry.key.span, places=places)


def _complain_of_shape(name: str, node: Node, form: Fields, findings: Findings) -> None:
    keys = ", ".join(field.name for field in form)
    message = f"Expected keys below `{name}`, but found {form_of(node)}"
    findings.complain("SOP109", node.span, message, f"Known here: {keys}.")


def _complain_of_twice(entry: Entry, first: Value, findings: Findings) -> None:
    message = f"`{entry.key.text}` is described twice; the first is at {first.span}"
    related = (Related("the first", first.span),)
    findings.complain("SOP105", entry.key.span, message, "Keep one of the two.", related)


def organisation_schema() -> Schema:
    """Describe the organisation's file for editors."""
    return {
        "type": "object",
        "properties": {
            name: {"type": "object", "additionalProperties": record_schema(form)}
            for name, (form, _, _) in SECTIONS.items()
        },
        "additionalProperties": False,
    }
