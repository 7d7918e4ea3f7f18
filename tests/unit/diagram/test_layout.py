"""What holds for every chart: nothing overlaps, is crossed out, or hangs in the air."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbook import assets
from sopbook.core.model import Workflow
from sopbook.diagram.border import depth, inset
from sopbook.diagram.fit import COLUMN, fit
from sopbook.diagram.graph import Box, Graph
from sopbook.diagram.layered import layered
from sopbook.diagram.outline import outline
from sopbook.diagram.placement import Placement, Point
from sopbook.diagram.snap import MARGIN, extent
from tests import generated

WORDS = assets.words("en")
NAMES = generated.names(WORDS)
workflows = st.builds(generated.workflow, st.integers(0, 10**9), st.integers(1, 40))


def placed(workflow: Workflow) -> tuple[Graph, Placement]:
    return fit(outline(workflow, NAMES), WORDS, layered)


@pytest.fixture(scope="module")
def corpus() -> list[tuple[Graph, Placement]]:
    return [placed(workflow) for workflow in generated.corpus()]


def sides(box: Box, middle: Point) -> tuple[float, float, float, float]:
    x, y = middle
    return x - box.width / 2, y - box.height / 2, x + box.width / 2, y + box.height / 2


def on_border(box: Box, middle: Point, end: Point) -> bool:
    across, down = end[0] - middle[0], end[1] - middle[1]
    left, right = inset(box, down)
    gaps = (
        abs(abs(down) - (box.height / 2 - depth(box, across))),
        abs(across - (box.width / 2 - right)),
        abs(-across - (box.width / 2 - left)),
    )
    return min(gaps) < 0.01


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def check(graph: Graph, placement: Placement) -> None:
    frames = [sides(*pair) for pair in zip(graph.boxes, placement.middles, strict=True)]
    for one, other in combinations(frames, 2):
        assert not overlap(one, other)
    for edge, route in zip(graph.edges, placement.routes, strict=True):
        for place, end in ((edge.source, route[0]), (edge.target, route[-1])):
            assert on_border(graph.boxes[place], placement.middles[place], end)
        for (x1, y1), (x2, y2) in pairwise(route):
            assert x1 == x2 or y1 == y2
            stretch = (min(x1, x2), min(y1, y2), max(x1, x2) + 0.01, max(y1, y2) + 0.01)
            for place, frame in enumerate(frames):
                if place not in {edge.source, edge.target}:
                    assert not overlap(stretch, frame)


def test_the_corpus_is_clean(corpus: list[tuple[Graph, Placement]]) -> None:
    for graph, placement in corpus:
        check(graph, placement)


@settings(max_examples=60, deadline=None)
@given(workflows)
def test_every_chart_is_clean(workflow: Workflow) -> None:
    check(*placed(workflow))


def test_nearly_all_fit_the_column(corpus: list[tuple[Graph, Placement]]) -> None:
    fitting = sum(extent(*chart)[0] <= COLUMN for chart in corpus)
    assert fitting >= 0.95 * len(corpus)


def test_a_chart_starts_at_its_margin(corpus: list[tuple[Graph, Placement]]) -> None:
    for graph, placement in corpus:
        frames = [sides(*pair) for pair in zip(graph.boxes, placement.middles, strict=True)]
        assert min(frame[0] for frame in frames) >= MARGIN
        assert min(frame[1] for frame in frames) >= MARGIN
