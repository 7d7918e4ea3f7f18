"""JSON Schemas for editors, made from the same tables as the reader."""

from collections.abc import Callable, Mapping

from sopbook.core.card_form import CARD_FIELDS
from sopbook.core.forms import Schema, record_schema
from sopbook.core.organisation_form import organisation_schema as organisation_keys
from sopbook.core.sop_form import STEPS_KEY
from sopbook.core.step_form import STEPS, step_schema

_DRAFT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def workflow_schema() -> Schema:
    """Describe a workflow file: the card's keys, and the steps."""
    card = record_schema(CARD_FIELDS)
    steps = {"description": "The steps, in order", **STEPS.schema}
    return {
        **_DRAFT,
        "title": "The workflow of an SOP",
        **card,
        "properties": {**card["properties"], STEPS_KEY: steps},
        "required": [STEPS_KEY],
        "$defs": {"step": step_schema()},
    }


def organisation_schema() -> Schema:
    """Describe the organisation's file."""
    return {**_DRAFT, "title": "The organisation", **organisation_keys()}


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "workflow": workflow_schema,
    "organisation": organisation_schema,
}
