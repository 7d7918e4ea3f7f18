"""Each pass alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbook import graphviz as program
from sopbook.diagram.border import depth, inset
from sopbook.diagram.build import build
from sopbook.diagram.cycles import backward
from sopbook.diagram.dot import read, written
from sopbook.diagram.ease import ease
from sopbook.diagram.fit import fit
from sopbook.diagram.free import CLEAR, obstacles
from sopbook.diagram.graph import Box, Edge, Form, Graph
from sopbook.diagram.heads import heads
from sopbook.diagram.layered import layered
from sopbook.diagram.lines import path
from sopbook.diagram.measure import HEIGHTS, Room, span
from sopbook.diagram.near import near
from sopbook.diagram.outline import outline
from sopbook.diagram.placement import Gaps, Placement
from sopbook.diagram.rounds import rounds
from sopbook.diagram.stems import stems
from sopbook.diagram.svg import Element, serialise
from tests import generated
from tests.unit.diagram.test_layout import check
from tests.unit.diagram.workflows import COMPLAINT, LOOPS, NAMES, WORDS

MADE = generated.names(WORDS)
BOX = Box(Form.RECTANGLE, (), 100, 40)
places = st.integers(0, 11)
graphs = st.lists(st.builds(Edge, places, places), max_size=30).map(
    lambda edges: Graph((BOX,) * 12, tuple(edges))
)


def rank(graph: Graph, turned: frozenset[int]) -> bool:
    """Say whether the boxes can be put in rows so that every edge leads down."""
    ways = [
        (edge.target, edge.source) if place in turned else (edge.source, edge.target)
        for place, edge in enumerate(graph.edges)
        if edge.source != edge.target
    ]
    rows = dict.fromkeys(range(len(graph.boxes)), 0)
    for _ in graph.boxes:
        for source, target in ways:
            rows[target] = max(rows[target], rows[source] + 1)
    return all(rows[source] < rows[target] for source, target in ways)


@given(graphs)
def test_without_its_backward_edges_a_graph_has_no_loops(graph: Graph) -> None:
    assert rank(graph, backward(graph))


@given(graphs)
def test_no_edge_is_turned_without_need(graph: Graph) -> None:
    if rank(graph, frozenset()):
        assert not backward(graph)


def test_loops_are_found_in_the_order_written() -> None:
    graph = build(outline(LOOPS, NAMES), WORDS, Room())
    ends = {(graph.edges[way].source, graph.edges[way].target) for way in backward(graph)}
    assert {target for _, target in ends} == {0, 3}


@given(st.integers(0, 10**6), st.integers(1, 30))
@settings(max_examples=40, deadline=None)
def test_every_line_of_text_lies_in_its_box(seed: int, size: int) -> None:
    graph, _ = fit(outline(generated.workflow(seed, size), MADE), WORDS, layered)
    for box in graph.boxes:
        for line in box.lines:
            down = abs(line.middle) + HEIGHTS[line.part] * 0.35
            left, right = inset(box, down)
            assert down <= box.height / 2
            assert span(line, box.mark) / 2 <= box.width / 2 - max(left, right)


@pytest.mark.parametrize("form", Form)
def test_borders_meet_the_rectangle_in_the_middle_of_its_sides(form: Form) -> None:
    box = Box(form, (), 120, 40)
    assert depth(box, 0) == 0
    assert inset(box, 0) == (0, 0)


@pytest.mark.parametrize("form", [Form.DIAMOND, Form.HEXAGON, Form.OVAL, Form.PILL])
@given(st.floats(0, 1))
def test_depth_and_inset_describe_one_border(form: Form, part: float) -> None:
    box = Box(form, (), 120, 40)
    left, right = inset(box, part * 20)
    assert left == right
    if 1e-3 < right < 60:
        assert depth(box, 60 - right) == pytest.approx(20 - part * 20, abs=1e-3)


def test_an_edge_too_near_a_box_moves_aside() -> None:
    graph = Graph((BOX, BOX, BOX), (Edge(0, 1),))
    placement = Placement(((0, 0), (0, 200), (70, 100)), (((19, 20), (19, 180)),))
    (route,) = ease(obstacles(graph, placement), placement.routes)
    assert route == ((20 - CLEAR, 20), (20 - CLEAR, 180))


def test_an_edge_with_no_room_stays() -> None:
    graph = Graph((BOX, BOX, BOX, BOX), (Edge(0, 1),))
    middles = ((0, 0), (0, 200), (50, 100), (-51, 100))
    placement = Placement(middles, (((0, 20), (0, 180)),))
    assert ease(obstacles(graph, placement), placement.routes) == placement.routes


def test_answers_leave_by_the_lowest_corner() -> None:
    diamond = Box(Form.DIAMOND, (), 100, 40)
    graph = Graph((diamond, BOX, BOX), (Edge(0, 1), Edge(0, 2)))
    routes = (
        ((-10, 18), (-10, 34), (-60, 34), (-60, 60)),
        ((10, 18), (10, 30), (60, 30), (60, 60)),
    )
    gathered = stems(graph, Placement(((0, 0), (-60, 80), (60, 80)), routes), Gaps())
    assert gathered.routes == (
        ((0, 20), (0, 34), (-60, 34), (-60, 60)),
        ((0, 20), (0, 34), (60, 34), (60, 60)),
    )


def test_far_words_come_up_to_their_question() -> None:
    pill = Box(Form.PILL, (), 40, 20)
    graph = Graph((BOX, BOX, pill), (Edge(0, 2, is_arrow=False), Edge(2, 1)))
    routes = (((0, 20), (0, 290)), ((0, 310), (0, 380)))
    moved = near(graph, Placement(((0, 0), (0, 400), (0, 300)), routes))
    assert moved.middles[2] == (0.0, 44.0)
    assert moved.routes == (((0, 20), (0, 34)), ((0, 54), (0, 380)))


def test_a_path_is_short_and_its_corners_are_round() -> None:
    route = ((0.0, 0.0), (0.0, 20.0), (50.0, 20.0), (50.0, 60.0))
    assert path(route, is_arrow=True) == "M0 0V12Q0 20 8 20H42Q50 20 50 28V53"


@pytest.mark.parametrize(
    "element",
    [
        Element("script"),
        Element("g", {"onclick": "x"}),
        Element("g", {"style": "x"}),
        Element("g", {}, (Element("foreignObject"),)),
    ],
)
def test_the_writer_knows_no_other_elements_and_attributes(element: Element) -> None:
    with pytest.raises(ValueError, match=r"script|onclick|style|foreignObject"):
        serialise(element)


def test_the_writer_escapes_once_and_orders_attributes() -> None:
    element = Element("text", {"fill": 'a"<', "x": 1.5, "class": "b"}, ("<&amp;\x00",))
    assert serialise(element) == '<text class="b" x="1.5" fill="a&quot;&lt;">&lt;&amp;amp;�</text>'


def test_dot_holds_nothing_that_authors_wrote() -> None:
    graph = build(outline(COMPLAINT, NAMES), WORDS, Room())
    source = written(graph, frozenset(), Gaps())
    assert "Customer" not in source
    assert source.count("->") == len(graph.edges)


def test_dots_answer_is_read_from_the_top() -> None:
    answer = (
        '{"bb": "0,0,100,200", "objects": [{"name": "1", "pos": "50,20"}, {"name": "0", '
        '"pos": "50,180"}], "edges": [{"id": "0", "pos": "50,160 50,120 50,80 50,40"}]}'
    )
    placement = read(answer, frozenset())
    assert placement.middles == ((50.0, 20.0), (50.0, 180.0))
    assert placement.routes == (((50.0, 40.0), (50.0, 160.0)),)
    (turned,) = read(answer, frozenset({0})).routes
    assert turned == ((50.0, 160.0), (50.0, 40.0))


def test_the_second_engine_draws_as_cleanly() -> None:
    for workflow in generated.corpus(12):
        check(*fit(outline(workflow, MADE), WORDS, program.graphviz))


def test_an_answer_back_to_its_question_goes_round_the_outside() -> None:
    diamond, pill = Box(Form.DIAMOND, (), 100, 40), Box(Form.PILL, (), 40, 20)
    graph = Graph((diamond, pill, pill), (Edge(0, 1, is_arrow=False), Edge(1, 0), Edge(0, 2)))
    routes = (((0, 20), (-20, 50)), ((-20, 50), (0, 20)), ((0, 20), (30, 50)))
    turned = rounds(graph, Placement(((0, 0), (-20, 60), (30, 60)), routes))
    way = ((-40.0, 60.0), (-65.0, 60.0), (-65.0, 0.0), (-50.0, 0.0))
    assert turned.routes[1] == way
    assert (turned.routes[0], turned.routes[2]) == (routes[0], routes[2])


def test_the_head_of_an_arrow_stands_on_a_straight_stretch() -> None:
    graph = Graph((BOX, BOX), (Edge(0, 1),))
    routes = (((0, 20), (0, 76), (60, 76), (60, 80)),)
    stood = heads(graph, Placement(((0, 0), (60, 100)), routes))
    assert stood.routes == (((0, 20), (0, 66), (60, 66), (60, 80)),)
