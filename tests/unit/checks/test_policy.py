"""What a department makes of the rules, what it lets stand, and a page that lacks a part."""

import pytest

from sopbook.checks import judge
from sopbook.checks.policy import Policy, severities_of
from sopbook.checks.rule import Rule, Topic, page_of
from sopbook.checks.waivers import Waived
from sopbook.core.diagnostic import Severity
from sopbook.core.reading import Reading, read_library

LEFT_OVER = b"""
title: Call
steps:
  - start: Customer calls
  - do: Solve the problem
    then: done
  - do: Write to the customer
    allow: {SOP210: it is reached by telephone}
  - id: done
    end: Problem solved
"""


def reading(text: bytes = LEFT_OVER) -> Reading:
    return read_library({"call.workflow.yml": text})


def waived(policy: Policy) -> tuple[Waived, ...]:
    return judge(reading(), policy).waived


def test_severities_are_read_as_the_host_hands_them_over() -> None:
    assert severities_of({"SOP210": "advice", "SOP211": "off", "SOP212": False}) == {
        "SOP210": Severity.ADVICE, "SOP211": None, "SOP212": None,
    }  # fmt: skip
    assert severities_of(None) == {}


@pytest.mark.parametrize(
    "setting, words",
    [
        ({"SOP999": "off"}, "`SOP999` is not the code of a rule"),
        ({"sop210": "off"}, "Did you mean `SOP210`?"),
        ({"SOP101": "advice"}, "SOP101 cannot be changed"),
        ({"SOP210": "loud"}, "`loud` is not one of: error, warning, advice, off (SOP210)"),
        (["SOP210"], "Expected codes with severities"),
    ],
)
def test_a_setting_that_cannot_be_is_explained(setting: object, words: str) -> None:
    with pytest.raises(ValueError, match="SOP") as told:
        severities_of(setting)
    assert words in str(told.value)


def test_what_is_let_stand_is_known_with_its_reason() -> None:
    (stand,) = waived(Policy())
    assert stand.finding.code == "SOP210"
    assert stand.finding.severity is Severity.WARNING
    assert stand.reason == "it is reached by telephone"


def test_what_is_let_stand_has_the_severity_of_the_department() -> None:
    (stand,) = waived(Policy({"SOP210": Severity.ADVICE}))
    assert stand.finding.severity is Severity.ADVICE


def test_a_rule_that_is_off_lets_nothing_stand_and_needs_no_waiver() -> None:
    off = Policy({"SOP210": None})
    assert waived(off) == ()
    assert "SOP290" not in {found.code for found in judge(reading(), off).findings}


@pytest.mark.parametrize("code", ["SOP240", "SOP999", "SOP101"])
def test_a_waiver_of_a_rule_that_did_not_look_is_not_idle(code: str) -> None:
    codes = [
        found.code for found in judge(reading(LEFT_OVER.replace(b"SOP210", code.encode()))).findings
    ]
    assert ("SOP290" in codes) is (code != "SOP240")


def test_a_page_without_one_of_its_parts_is_a_mistake_of_ours() -> None:
    rule = Rule("SOP999", Severity.ADVICE, Topic.FLOW, "A title.\n\nA text.\n\nFails:\n    x\n")
    with pytest.raises(ValueError, match="The page of SOP999 needs a title"):
        page_of(rule)
