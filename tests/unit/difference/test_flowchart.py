"""The charts of a difference as Mermaid code."""

from sopbook.difference.flowchart import flowchart
from sopbook.history.compared import compare, names_of
from tests.unit.difference.versions import WORDS, department, older


def test_every_chart_that_changed() -> None:
    code = flowchart(*department())
    assert code.startswith("flowchart TD\n")
    assert code.count("  subgraph ") == 3
    assert '  subgraph c3["Refund an order"]' in code


def test_no_chart_changed() -> None:
    found = compare(older(), older(), WORDS)
    code = flowchart(found, names_of(older(), older(), WORDS))
    assert code == 'flowchart TD\n  none["No flowchart changed."]'
