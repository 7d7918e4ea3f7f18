"""The steps list."""

from dataclasses import replace

import pytest

from sopbook.core.library import Library
from sopbook.core.model import Resource, Workflow
from sopbook.diagram.outline import outline
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, Site
from sopbook.pages.views.embed import embed
from sopbook.pages.views.steps import Entry, Jump, Origin, Steps, Tool, steps
from tests.unit.pages.department import ref, to


@pytest.fixture
def view(library: Library, here: Site, links: Links) -> Steps:
    """Give the steps of the SOP that uses everything."""
    sop = library.sops["complaint-call"]
    assert sop.workflow
    return steps(sop, outline(sop.workflow, here.names), here, links)


def entry(view: Steps, name: str) -> Entry:
    """Find the entry of a step."""
    return next(entry for entry in view.entries if entry.item.id == name)


def test_every_answer_and_every_jump_is_a_link(view: Steps) -> None:
    assert entry(view, "accepts").jumps == (
        Jump("yes", "70", 7, "step-solved", "Refund"),
        Jump("no", "30", 5, "step-lead", "Hand the case over to a team lead"),
    )
    assert [jump.anchor for jump in entry(view, "tell").jumps] == ["step-join"]
    assert entry(view, "greet").jumps == ()


def test_a_branch_says_where_it_comes_from(view: Steps, renderer: Renderer) -> None:
    origins = {entry.item.id: entry.origins for entry in view.entries if entry.origins}
    assert origins == {
        "solved": (Origin(4, "yes", is_answer=True),),
        "book": (Origin(8, "finance is told", is_answer=False),),
    }
    html = renderer.steps(view)
    assert "From step 4, if yes</p>" in html
    assert "From step 8: finance is told</p>" in html
    assert html.index("From step 4") < html.index('href="#step-solved" aria-label')


def test_where_ways_meet_no_branch_begins(library: Library, here: Site, links: Links) -> None:
    sop = library.sops["complaint-call"]
    assert sop.workflow
    flow = Workflow(
        tuple(
            replace(step, exits=to("solved")) if step.id == "open" else step
            for step in sop.workflow.steps
        )
    )
    found = steps(sop, outline(flow, here.names), here, links)
    assert entry(found, "solved").origins == ()


def test_several_answers_may_lead_to_one_branch(
    library: Library, here: Site, links: Links, renderer: Renderer
) -> None:
    sop = library.sops["complaint-call"]
    assert sop.workflow
    flow = Workflow(
        tuple(
            replace(step, exits=to("maybe:solved", "yes:solved", "no:lead", "loop:open"))
            if step.id == "accepts"
            else step
            for step in sop.workflow.steps
        )
    )
    found = steps(sop, outline(flow, here.names), here, links)
    assert "From step 4, if maybe · From step 4, if yes</p>" in renderer.steps(found)
    assert entry(found, "open").origins == ()


def test_tools_are_named_and_linked(view: Steps) -> None:
    assert entry(view, "greet").uses == (
        Tool("Customer records", "https://crm.example.com"),
        Tool("The guide", "https://tone.example.com"),
    )


def test_a_link_that_could_run_is_none(library: Library, here: Site, links: Links) -> None:
    sop = library.sops["complaint-call"]
    assert sop.workflow
    first = replace(
        sop.workflow.steps[0],
        uses=(Resource(None, "x", "java\tscript:alert(1)"), Resource(ref("nothing"))),
    )
    flow = Workflow((first, *sop.workflow.steps[1:]))
    other = replace(sop, workflow=flow)
    found = steps(other, outline(flow, here.names), here, links)
    assert found.entries[0].uses == (Tool("x", ""), Tool("nothing", ""))


def test_an_escalation_says_whom_and_after_how_long(view: Steps, renderer: Renderer) -> None:
    found = entry(view, "lead")
    assert found.escalation
    assert [one.name for one in found.escalation.people] == ["Ana Ionescu"]
    assert "(after trying for 10 min)" in renderer.steps(view)


def test_a_problem_is_reported_with_sop_and_step(view: Steps) -> None:
    assert entry(view, "open").report == (
        "https://git.example.com/new?"
        "title=Problem%20with%20%E2%80%9CComplaint%20call%E2%80%9D%2C%20step%203"
        "&labels=complaint-call"
    )


def test_the_list_as_it_is_printed(view: Steps, renderer: Renderer) -> None:
    html = renderer.steps(view)
    assert '<li id="step-accepts" data-step="accepts"' in html
    assert "If yes: <strong>go to 7</strong>" in html
    assert "Then <strong>go to 11</strong>" in html
    assert "customer is told: <strong>go to 9</strong>" in html
    assert "(70 % of cases)" in html
    assert "<strong>Only when:</strong> there is none yet" in html
    assert "within 30 s" in html
    assert (
        '<dt>Needed:</dt><dd><span class="sopbook-step__need">customer number</span></dd>' in html
    )
    assert '<dt>Result:</dt><dd><span class="sopbook-step__give">case number</span></dd>' in html
    assert "takes 1-2 min" in html
    assert "<blockquote><p>md:39</p></blockquote>" in html
    assert 'class="sopbook-role sop-role-1"' in html
    assert '<a href="../refund/">Refund</a>' in html


def test_anchors_of_an_embedded_list_are_its_own(
    library: Library, here: Site, links: Links, renderer: Renderer
) -> None:
    sop = library.sops["complaint-call"]
    assert sop.workflow
    view = embed(sop, outline(sop.workflow, here.names), here, links)
    html = renderer.embed(view, "<svg></svg>")
    assert 'id="complaint-call--step-greet"' in html
    assert 'href="#complaint-call--step-solved"' in html
    assert ' id="step-' not in html
    assert "<svg></svg>" in html


def test_chart_and_steps_stand_together(view: Steps, renderer: Renderer) -> None:
    html = renderer.flow(view, "<figure>chart</figure>")
    assert html.index("<figure>") < html.index('id="sopbook-steps"')


def test_no_workflow_no_steps(library: Library, here: Site, links: Links) -> None:
    sop = library.sops["refund"]
    assert steps(sop, outline(Workflow(()), here.names), here, links).entries == ()
