"""Where readers look things up, and what stands below which page."""

from sopbook.pages.lookup import above, lists
from sopbook.pages.own import NEWS, OwnPage, history_of, news_of

PATHS = {"news": "changes/index.md", "people": "people/index.md", "all": "browse/all.md"}


def test_the_lists_that_the_site_has_in_their_order() -> None:
    assert [*lists(PATHS)] == ["browse/all.md", "people/index.md", "changes/index.md"]


def test_a_history_stands_below_its_sop() -> None:
    assert above(history_of("call"), PATHS, {"call": "calls/call.md"}) == "calls/call.md"
    assert above(history_of("gone"), PATHS, {}) == ""


def test_one_of_many_stands_below_the_one_for_all() -> None:
    assert above(news_of("role-agent", "changes/role-agent.md"), PATHS, {}) == "changes/index.md"
    assert above(NEWS, PATHS, {}) == ""


def test_whoever_is_in_the_directory_stands_below_it() -> None:
    person = OwnPage("person", "people/ana.md", (), about="ana")
    role = OwnPage("role", "roles/agent.md", (), about="agent")
    assert {above(page, PATHS, {}) for page in (person, role)} == {"people/index.md"}
