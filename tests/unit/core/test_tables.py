"""The tables of keys, the model and the schema say the same."""

import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from sopbook.core import card_form, model, organisation_form, practice_form, step_form
from sopbook.formats.json_schema import SCHEMAS

ROOT = Path(__file__).parent.parent.parent.parent
DEMO = ROOT / "sops"
OWN = {"places", "span"}


def _attributes(kind: type) -> set[str]:
    return {field.name for field in dataclasses.fields(kind)}


def test_card_fills_the_model() -> None:
    """Every key of the card has its attribute, and the other way round."""
    assert {field.attribute for field in card_form.CARD_FIELDS} == _attributes(model.Card) - OWN


def test_steps_fill_the_model() -> None:
    """Every key of a step has its attribute; the rest is worked out by the flow."""
    worked_out = {"kind", "number", "text", "exits", "sop", "joins"}
    structure = {"then", "answers"}
    assert set(step_form.STEP_KEYS) - structure == _attributes(model.Step) - OWN - worked_out


def test_practice_fills_the_model() -> None:
    """Every key of a question has its attribute, and the other way round."""
    keys = practice_form.PRACTICE.schema["anyOf"][0]["properties"]
    assert set(keys) == _attributes(model.Question) - OWN


def test_organisation_fills_the_model() -> None:
    """Every key of every section has its attribute, and the other way round."""
    for fields, make, _ in organisation_form.SECTIONS.values():
        assert {field.attribute for field in fields} <= _attributes(make)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_one(name: str) -> None:
    """The schema is a valid JSON Schema, and the one beside the demo is up to date."""
    schema = SCHEMAS[name]()
    jsonschema.Draft202012Validator.check_schema(schema)
    written = json.loads((DEMO / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert written == json.loads(json.dumps(schema))


def _files(pattern: str) -> list[Path]:
    return sorted(DEMO.rglob(pattern))


@pytest.mark.parametrize(
    "name, path",
    [
        ("organisation", DEMO / "organisation.yml"),
        *(("workflow", path) for path in _files("*.workflow.yml")),
    ],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_demo_fits_the_schema(name: str, path: Path) -> None:
    """An editor that knows the schema marks nothing in the demo's files."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    jsonschema.validate(data, SCHEMAS[name]())


def test_schema_refuses_a_mistyped_key() -> None:
    """A key that is not in the tables is marked in the editor as well."""
    data = {"title": "T", "steps": [{"do": "x", "wihtin": "3 min"}]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMAS["workflow"]())
