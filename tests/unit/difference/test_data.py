"""The difference as JSON: the shape that programs rely on."""

import json
from typing import Any

from sopbook.difference.data import data
from tests.unit.difference.versions import department


def written() -> Any:  # noqa: ANN401 - JSON
    return json.loads(data(department()[0]))


def test_the_whole() -> None:
    found = written()
    assert list(found) == ["version", "before", "after", "counts", "sops", "same", "others"]
    assert found["version"] == 1
    assert found["counts"] == {"material": 6, "editorial": 1}
    assert found["same"] == ["moved", "same"]


def test_states() -> None:
    states = {each["id"]: each["state"] for each in written()["sops"]}
    assert states == {
        "broken": "unread", "chat": "new", "evil": "changed", "greeting": "changed",
        "refund": "changed", "fax": "gone", "parting": "changed",
    }  # fmt: skip


def test_an_sop() -> None:
    refund = next(each for each in written()["sops"] if each["id"] == "refund")
    files = ["money/refund.workflow.yml"]
    assert refund["files"] == {"before": files, "after": files}
    assert refund["unread"] == ""
    reworded = next(each for each in refund["sentences"] if each["wording"])
    assert reworded["steps"] == ["tell"]
    (shown,) = reworded["wording"]
    sides = {side: [p["text"] for p in shown["pieces"] if p["side"] != side]
             for side in ("before", "after")}  # fmt: skip
    assert "".join(sides["before"]) == "Tell the customer in writing"
    assert "".join(sides["after"]) == "Tell the customer"


def test_a_step_that_is_gone() -> None:
    refund = next(each for each in written()["sops"] if each["id"] == "refund")
    assert "voucher" in [each["gone"] for each in refund["sentences"]]
