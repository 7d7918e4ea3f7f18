"""What only odd charts, and an engine that fails, come to."""

import pytest

from sopbook import assets
from sopbook.core.model import Workflow
from sopbook.diagram import layered as engine
from sopbook.diagram.clip import _end
from sopbook.diagram.cycles import backward
from sopbook.diagram.fit import fit
from sopbook.diagram.free import Obstacles
from sopbook.diagram.graph import Box, Form, Graph
from sopbook.diagram.outline import outline
from sopbook.diagram.paint import _step
from sopbook.diagram.placement import Gaps
from tests import generated

WORDS = assets.words("en")


def graph_of(workflow: Workflow) -> Graph:
    return fit(outline(workflow, generated.names(WORDS)), WORDS, engine.layered)[0]


def words_on_an_arrow() -> Box:
    graph = graph_of(generated.workflow(5, 30))
    return next(box for box in graph.boxes if box.form is Form.PILL)


def test_an_edge_that_comes_aslant_stays_where_it_is() -> None:
    assert _end(words_on_an_arrow(), (0.0, 0.0), (3.0, 4.0), (9.0, 9.0)) == (3.0, 4.0)


def test_words_on_an_arrow_are_no_step() -> None:
    with pytest.raises(ValueError, match="pill"):
        _step(words_on_an_arrow(), (0.0, 0.0), "step-", "", "")


def test_no_boxes_are_no_work() -> None:
    placement = engine.layered(Graph((), ()), frozenset(), Gaps())
    assert placement.middles == ()
    assert placement.routes == ()


def test_where_no_layout_is_free_the_last_one_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine's third try is shown rather than none."""
    graph = graph_of(generated.workflow(5, 12))
    monkeypatch.setattr(Obstacles, "is_free", lambda *_: False)
    placement = engine.layered(graph, backward(graph), Gaps())
    assert len(placement.middles) == len(graph.boxes)


def test_what_the_engine_is_asked() -> None:
    graph = graph_of(generated.workflow(5, 12))
    asked, options = engine.request(graph, backward(graph), Gaps())
    nodes, edges = asked["nodes"], asked["edges"]
    assert isinstance(nodes, list)
    assert isinstance(edges, list)
    assert (len(nodes), len(edges)) == (len(graph.boxes), len(graph.edges))
    assert options["direction"] == "topbottom"
