"""What the guide reckons, for made-up workflows, on the walks the model has."""

import json
from typing import Any

import pytest

from sopbook.assets import ROOT
from sopbook.core.model import Kind, Workflow
from tests.e2e.conftest import Visit
from tests.e2e.shelf import address
from tests.e2e.test_guide import CALL, HEADING, WALK
from tests.generated import workflow
from tests.walks import FOLLOW, Walk, covering, plain, walks

LOGIC = ROOT / "assets" / "sopbook" / "walk" / "walk.js"
MOST = 100
"""So many walks of one workflow are taken."""
CUT = 15
"""So many of a hundred workflows have more walks, and are not walked on all of them."""
# Puts made-up steps into the page's list, and begins.
LIST = """given => {
    const make = (tag, traits, ...parts) => {
        const made = document.createElement(tag);
        for (const [name, value] of Object.entries(traits)) made.setAttribute(name, value);
        made.append(...parts);
        return made;
    };
    const items = JSON.parse(given).map(({id, kind, isOptional, joins, ways}, place) => {
        const optional = isOptional ? " sopbook-step--optional" : "";
        const jumps = ways.map(({to, label}) =>
            make("li", {}, make("a", {href: `#step-${to}`, "data-sopbook-way": label})));
        const word = make("span", {class: "sopbook-step__kind"}, kind);
        const caption = make("p", {class: "sopbook-step__caption"}, word, id);
        const classes = `sopbook-step sopbook-step--${kind}${optional}`;
        return make("li", {
            id: `step-${id}`, "data-step": id, class: classes,
            ...(joins && {"data-sopbook-joins": joins}),
            ...(ways.length === 0 && {"data-sopbook-stop": ""}),
        }, make("a", {class: "sopbook-step__number"}, String(place + 1)),
            make("div", {class: "sopbook-step__body"},
                make("div", {class: "sopbook-step__top"}, caption),
                make("ul", {class: "sopbook-jumps"}, ...jumps)));
    });
    document.querySelector("li[data-step]").parentElement.replaceChildren(...items);
    sopbookLead.begin("?walk");
}"""


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


def test_a_hundred_workflows_are_walked_as_the_model_has_them(visit: Visit) -> None:
    page = visit(address("ordinary"))
    page.add_script_tag(path=LOGIC)
    wrong: list[str] = []
    cut = 0
    for seed in range(100):
        flow = workflow(seed)
        found = tuple(walks(flow, MOST + 1))
        cut += len(found) > MOST
        every = found[:MOST]
        taken = {(stop.step, stop.chosen) for walk in every for stop in walk}
        assert len(taken) >= len(flow.steps) // 2
        told = page.evaluate(FOLLOW, json.dumps([steps_of(flow), plain(every)]))
        wrong += [f"{seed}: {line}" for line in told]
    assert not wrong, "\n".join(wrong[:20])
    assert cut <= CUT


def shown(walk: Walk, begin: int) -> list[dict[str, Any]]:
    """Give a walk as it is met where steps are called by their ids."""
    return [
        {
            "caption": stop.step,
            "labels": [way.label for way in stop.choices],
            "chosen": stop.chosen,
        }
        for stop in walk[begin:]
    ]


@pytest.mark.parametrize("seed", range(5))
def test_made_up_workflows_are_walked_by_keys(visit: Visit, seed: int) -> None:
    flow = workflow(seed)
    page = visit(CALL)
    page.evaluate(LIST, json.dumps(steps_of(flow)))
    page.locator(HEADING).wait_for()
    chosen = covering(tuple(walks(flow, MOST)))
    first = flow.steps[0]
    begin = int(first.kind is Kind.START and len(first.exits) == 1)
    wrong = page.evaluate(WALK, json.dumps([shown(walk, begin) for walk in chosen]))
    assert not wrong, "\n".join(wrong[:10])
