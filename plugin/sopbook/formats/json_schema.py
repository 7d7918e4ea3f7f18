"""JSON Schemas for editors, made from the same tables as the reader."""

from collections.abc import Callable, Mapping

from sopbook.core.card_form import CARD_FIELDS
from sopbook.core.forms import Fields, Form, Schema, record_schema
from sopbook.core.organisation_form import organisation_schema as organisation_keys
from sopbook.core.practice_form import PRACTICE, PRACTICE_KEY
from sopbook.core.sop_form import STEPS_KEY
from sopbook.core.step_form import KINDS, STEPS

_DRAFT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def workflow_schema() -> Schema:
    """Describe a workflow file: the card's keys, the steps, and the questions to practise with."""
    card = record_schema(CARD_FIELDS)
    steps = {"description": "The steps, in order", **STEPS.schema}
    practice = {"description": "Questions for those who practise this SOP", **PRACTICE.schema}
    return {
        **_DRAFT,
        "title": "The workflow of an SOP",
        **card,
        "properties": {**card["properties"], STEPS_KEY: steps, PRACTICE_KEY: practice},
        "required": [STEPS_KEY],
        "$defs": {"step": _step_schema()},
    }


def _step_schema() -> Schema:
    """Describe a step for editors: one alternative per kind."""
    return {"anyOf": [_kind_schema(name, form, fields) for name, (form, fields) in KINDS.items()]}


def _kind_schema(name: str, form: Form, fields: Fields) -> Schema:
    own = {name: form.schema}
    return {
        "type": "object",
        "properties": own | {f.name: {"description": f.help, **f.form.schema} for f in fields},
        "required": [name, *(field.name for field in fields if field.required)],
        "additionalProperties": False,
    }


def organisation_schema() -> Schema:
    """Describe the organisation's file."""
    return {**_DRAFT, "title": "The organisation", **organisation_keys()}


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "workflow": workflow_schema,
    "organisation": organisation_schema,
}
