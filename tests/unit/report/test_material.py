"""What every report is made of, and the JSON of our own."""

import json

from hypothesis import given

from sopbook.core.diagnostic import Severity
from sopbook.report import data, text
from sopbook.report.material import Findings, line_of, rooted, told, weightiest_first
from tests.unit.report.sample import CALL, FINDINGS, MADE, MANUAL, TEXTS


def test_paths_are_seen_from_the_project() -> None:
    findings, texts = rooted(FINDINGS, TEXTS, "docs/")
    assert findings[2].span.path == f"docs/{CALL}"
    assert findings[2].related[0].span.path == "docs/sops/organisation.yml"
    assert texts[f"docs/{CALL}"] == TEXTS[CALL]
    assert text.render(findings, texts) == text.render(FINDINGS, TEXTS).replace(
        "sops/", "docs/sops/"
    )


def test_weightiest_first_keeps_the_order_of_their_like() -> None:
    ordered = weightiest_first(FINDINGS)
    assert [found.severity for found in ordered] == [Severity.ERROR] * 3 + [
        Severity.WARNING, Severity.WARNING, Severity.ADVICE,
    ]  # fmt: skip
    assert [found.span.line for found in ordered[:3]] == [4, 5, 6]


def test_a_line_that_is_not_there_is_empty() -> None:
    assert line_of(TEXTS, CALL, 99) == line_of(TEXTS, "nowhere.md", 1) == ""


def test_told_in_one_paragraph() -> None:
    assert [told(found) for found in FINDINGS[1:3]] == [
        "`Greet 🙂 și ascultă` stands here twice; the first is on line 3",
        "`agnet` is no person, role or team. Did you mean `agent`?",
    ]


def test_where_to_look_up_is_said_once_and_only_where_it_helps() -> None:
    assert text.lookup(FINDINGS, MANUAL) == ["`sopbook explain SOP301` tells more."]
    assert text.lookup(FINDINGS[:1], MANUAL) == []
    assert text.lookup((), MANUAL) == []


@given(MADE)
def test_our_own_json_holds_everything(findings: Findings) -> None:
    whole = json.loads(data.render(findings, TEXTS, MANUAL))
    assert whole["version"] == data.VERSION
    assert sum(whole["counts"].values()) == len(findings)
    for written, found in zip(whole["findings"], findings, strict=True):
        assert (written["path"], written["line"]) == (found.span.path, found.span.line)
        assert (written["message"], written["hint"]) == (found.message, found.hint)
        assert len(written["related"]) == len(found.related)
