"""What the guide reckons, for made-up workflows, on every walk the model has."""

import json
from dataclasses import asdict
from typing import Any

import pytest

from sopbook.assets import ROOT
from sopbook.core.model import Workflow
from tests.e2e.conftest import Visit
from tests.e2e.shelf import address
from tests.generated import workflow
from tests.walks import walks

LOGIC = ROOT / "assets" / "sopbook" / "walk" / "walk.js"
# Takes each walk option by option, and says where the two disagree.
FOLLOW = """given => {
    const [steps, walks] = JSON.parse(given);
    const {flow, options, onward, text, parse} = globalThis.sopbookWalk;
    const offered = ["way", "branch", "gather", "start"];
    const model = flow(steps);
    const follow = (walk, place) => {
        let visits = onward([], options(model, [])[0]);
        for (const {step, choices, chosen} of walk) {
            if (visits.at(-1).id !== step) return `${visits.at(-1).id} is not ${step}`;
            const found = options(model, visits).filter(({kind}) => offered.includes(kind));
            const [here, there] = [found.map(({to, label}) => [to, label]), choices];
            if (JSON.stringify(here) !== JSON.stringify(there))
                return `at ${step}: ${JSON.stringify(here)}, not ${JSON.stringify(there)}`;
            if (chosen >= 0) visits = onward(visits, found[chosen]);
        }
        if (place % 10) return;
        const address = text(model, visits, Infinity);
        const again = parse(model, address).visits;
        if (JSON.stringify(again) !== JSON.stringify(visits)) return `${address} is another walk`;
    };
    return walks.map(follow).filter(Boolean);
}"""
MOST = 100


def steps_of(flow: Workflow) -> list[dict[str, Any]]:
    """Give the steps as the guide has them."""
    return [
        {
            "id": step.id,
            "kind": step.kind,
            "isOptional": bool(step.when),
            "joins": step.joins,
            "ways": [{"to": way.target, "label": way.label} for way in step.exits],
        }
        for step in flow.steps
    ]


def walks_of(flow: Workflow) -> list[list[dict[str, Any]]]:
    """Give the walks as plain data."""
    return [
        [
            asdict(stop) | {"choices": [(way.target, way.label) for way in stop.choices]}
            for stop in walk
        ]
        for walk in walks(flow, MOST)
    ]


@pytest.mark.parametrize("ten", range(10))
def test_a_hundred_workflows_are_walked_as_the_model_has_them(visit: Visit, ten: int) -> None:
    page = visit(address("ordinary"))
    page.add_script_tag(path=LOGIC)
    wrong: list[str] = []
    for seed in range(ten * 10, ten * 10 + 10):
        flow = workflow(seed)
        taken = {(stop.step, stop.chosen) for walk in walks(flow, MOST) for stop in walk}
        assert len(taken) >= len(flow.steps) // 2
        found = page.evaluate(FOLLOW, json.dumps([steps_of(flow), walks_of(flow)]))
        wrong += [f"{seed}: {line}" for line in found]
    assert not wrong, "\n".join(wrong[:20])
