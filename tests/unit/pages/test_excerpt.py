"""A long list is shown as the part around a place."""

from hypothesis import given
from hypothesis import strategies as st

from sopbook.pages.excerpt import MOST, excerpt

COUNTS = st.integers(0, 5000)


def test_a_short_list_is_shown_whole() -> None:
    assert excerpt(MOST, 3, head=1, tail=1) == tuple(range(MOST))


def test_the_place_is_in_the_middle() -> None:
    shown = excerpt(3000, 1500)
    assert shown == tuple(range(1485, 1515))


def test_at_the_ends_as_many_are_shown() -> None:
    assert excerpt(3000, 0) == tuple(range(30))
    assert excerpt(3000, 2999) == tuple(range(2970, 3000))


def test_without_a_place_the_first_are_shown() -> None:
    assert excerpt(3000, None) == tuple(range(30))


def test_what_is_always_shown_comes_first_and_last() -> None:
    shown = excerpt(3000, 1500, head=1, tail=1)
    assert (shown[0], shown[-1]) == (0, 2999)
    assert 1500 in shown
    assert len(shown) == MOST


@given(COUNTS, st.none() | COUNTS, st.integers(0, 2), st.integers(0, 2))
def test_it_is_bounded_in_order_and_has_the_place(
    count: int, place: int | None, head: int, tail: int
) -> None:
    shown = excerpt(count, place, head=head, tail=tail)
    assert len(shown) == min(count, MOST)
    assert list(shown) == sorted(set(shown))
    assert all(0 <= each < count for each in shown)
    if place is not None and place < count:
        assert place in shown
