"""Whole charts: what is in the file, the same each time, and never too much."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from sopbook.core.model import Kind, Workflow
from sopbook.diagram.draw import draw
from tests import generated
from tests.unit.diagram.workflows import FATES, NAMES, ODD, PICTURES, WORDS

SVG = "{http://www.w3.org/2000/svg}"
MADE = generated.names(WORDS)


class SvgFile(SingleFileSnapshotExtension):
    """One picture a file, to be opened by reviewers."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


def parsed(workflow: Workflow, **options: str) -> ET.Element:
    svg = draw(workflow, MADE, standalone=True, **options).svg  # type: ignore[arg-type]
    return ET.fromstring(svg)  # noqa: S314 - our own


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(name: str, snapshot: SnapshotAssertion) -> None:
    svg = draw(PICTURES[name], NAMES, title=name, standalone=True).svg.replace("><", ">\n<")
    assert svg == snapshot(extension_class=SvgFile)


def test_a_difference_is_marked_by_words_and_lines(snapshot: SnapshotAssertion) -> None:
    """Whoever sees no colours reads what is new, what is gone and what changed."""
    svg = draw(PICTURES["complaint"], NAMES, standalone=True, fates=FATES).svg
    assert all(word in svg for word in (">removed", ">changed", ">new"))
    assert svg.replace("><", ">\n<") == snapshot(extension_class=SvgFile)


def test_a_difference_is_told_to_those_who_listen() -> None:
    svg = draw(PICTURES["complaint"], NAMES, fates=FATES).svg
    names = [link.get("aria-label", "") for link in ET.fromstring(svg).iter("a")]  # noqa: S314 - our own
    assert any(name.startswith("removed. Step") for name in names)
    assert any("new: If no" in name for name in names)


@pytest.mark.parametrize("name", ODD)
def test_odd_workflows_have_charts(name: str) -> None:
    drawing = draw(ODD[name], NAMES, standalone=True)
    links = tuple(parsed(ODD[name]).iter(f"{SVG}a"))
    assert len(links) == len(ODD[name].steps)
    assert len(drawing.svg) < 20_000
    assert drawing.height < 1_500


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 40))
def test_same_workflow_same_bytes(seed: int, size: int) -> None:
    once = draw(generated.workflow(seed, size), MADE)
    again = draw(generated.workflow(seed, size), MADE)
    assert once == again


def test_nothing_runs_and_nothing_is_fetched() -> None:
    for workflow in generated.corpus(20):
        svg = draw(workflow, MADE).svg
        assert not re.search(r"<(script|style|foreignObject|image|use)|\son\w+=|\sstyle=", svg)
        assert all(link.startswith("#step-") for link in re.findall(r'href="([^"]*)"', svg))
        assert re.findall(r"url\(([^)]*)\)", svg) == ["#chart-tip"]


def test_links_and_ids_are_the_pages_choice() -> None:
    root = parsed(generated.workflow(1, 12), anchor="refund-step-", chart_id="refund-chart")
    links = [link.get("href", "") for link in root.iter(f"{SVG}a")]
    ids = [element.get("id", "") for element in root.iter() if element.get("id")]
    assert all(link.startswith("#refund-step-") for link in links)
    assert ids == ["refund-chart", "refund-chart-tip"]


def test_where_no_list_has_them_the_picture_has_the_ids_of_its_links() -> None:
    made = draw(generated.workflow(1, 12), NAMES, anchor="refund-step-", named=True)
    root = ET.fromstring(made.svg)  # noqa: S314 - our own
    links = [link.get("href", "") for link in root.iter(f"{SVG}a")]
    items = [item for item in root.iter(f"{SVG}g") if item.get("role") == "listitem"]
    assert [f"#{item.get('id')}" for item in items] == links


def test_each_step_is_a_list_item_with_one_link() -> None:
    for workflow in generated.corpus(20):
        root = parsed(workflow)
        steps = next(each for each in root.iter(f"{SVG}g") if each.get("role") == "list")
        assert [item.get("role") for item in steps] == ["listitem"] * len(workflow.steps)
        assert [len(item.findall(f"{SVG}a")) for item in steps] == [1] * len(workflow.steps)


def test_what_is_not_a_step_is_hidden_from_those_who_listen() -> None:
    for group in parsed(PICTURES["complaint"]).findall(f"{SVG}g"):
        assert group.get("role") == "list" or group.get("aria-hidden") == "true"


def test_a_file_of_its_own_has_paper_and_a_page_has_none() -> None:
    workflow = PICTURES["complaint"]
    assert "xmlns" not in draw(workflow, NAMES).svg
    paper = parsed(workflow)[0]
    assert (paper.tag, paper.get("fill")) == (f"{SVG}rect", "#ffffff")


def test_it_is_called_what_the_sop_is_called() -> None:
    assert 'aria-label="Flowchart: Refund &amp; return"' in draw(
        PICTURES["answers"], NAMES, title="Refund & return"
    ).svg  # fmt: skip


def test_kinds_differ_by_form() -> None:
    drawn = {
        item.get("class", "").split()[0]: tuple(child.tag for child in item[0])
        for item in parsed(PICTURES["complaint"]).iter(f"{SVG}g")
        if item.get("role") == "listitem"
    }
    assert set(drawn) == {f"sop-{kind}" for kind in Kind}


def test_35_steps_stay_below_27_kilobytes_and_plain_ones_below_24() -> None:
    sizes = sorted(
        len(draw(workflow, MADE).svg.encode()) / len(workflow.steps)
        for workflow in generated.corpus()
        if len(workflow.steps) > 20
    )
    assert sizes[len(sizes) // 2] * 35 < 27_000, "labels of the corpus are long on purpose"
    plain = PICTURES["complaint"]
    assert len(draw(plain, NAMES).svg.encode()) / len(plain.steps) * 35 < 24_000


def test_thousands_of_steps_come_to_an_end() -> None:
    drawing = draw(generated.workflow(5, 2_000), MADE)
    assert drawing.svg.count("listitem") == drawing.outline.count


def test_sheets_cover_the_chart_and_cut_no_box() -> None:
    for workflow in generated.corpus(40):
        drawing = draw(workflow, MADE)
        ends = [sheet.top + sheet.height for sheet in drawing.sheets]
        assert [0, *ends[:-1]] == [sheet.top for sheet in drawing.sheets]
        assert ends[-1] == drawing.height
