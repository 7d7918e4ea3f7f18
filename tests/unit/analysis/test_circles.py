"""Circles."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sopbook.analysis.circles import circles, round_trip
from sopbook.analysis.ways import closure

ONWARD = {
    "call": ("ask",),
    "ask": ("solve", "look"),
    "look": ("ask", "wait"),
    "wait": ("wait",),
    "solve": ("end",),
    "end": (),
}


def test_circles_stand_in_order() -> None:
    assert circles(ONWARD) == (("ask", "look"), ("wait",))


def test_a_round_trip_is_the_shortest() -> None:
    onward = {"a": ("b", "d"), "b": ("c",), "c": ("a",), "d": ("a",)}
    assert round_trip("a", onward) == ("a", "d", "a")
    assert round_trip("b", onward) == ("b", "c", "a", "b")
    assert round_trip("wait", ONWARD) == ("wait", "wait")
    assert round_trip("call", ONWARD) == ()


def test_a_circle_may_be_long() -> None:
    onward = {str(n): (str((n + 1) % 10_000),) for n in range(10_000)}
    assert [len(circle) for circle in circles(onward)] == [10_000]


@given(st.lists(st.lists(st.integers(0, 7), max_size=3), min_size=8, max_size=8))
def test_circles_are_what_leads_back(ways: list[list[int]]) -> None:
    """A name is in a circle with those that it leads to and that lead to it."""
    onward = {str(n): tuple(map(str, dict.fromkeys(each))) for n, each in enumerate(ways)}
    after = {name: closure(onward[name], onward) for name in onward}
    expected = {
        frozenset(other for other in onward if other in after[name] and name in after[other])
        for name in onward
        if name in after[name]
    }
    found = circles(onward)
    assert {frozenset(circle) for circle in found} == expected
    for circle in found:
        way = round_trip(circle[0], onward)
        assert set(way) <= set(circle)
        assert all(there in onward[here] for here, there in pairwise(way))
