"""What is new: for whom, since when, in which order, and the pages that tell it."""

import re
from dataclasses import replace

import pytest

from sopbook import assets
from sopbook.core.library import Library
from sopbook.core.model import Kind as StepKind
from sopbook.core.model import Step, Workflow
from sopbook.core.names import Names
from sopbook.core.organisation import Organisation, Person, Role, Team
from sopbook.pages.news.circles import Circle, Group, circles_in, circles_of
from sopbook.pages.news.stories import MOST, about, by_day, recent
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, Site, site
from sopbook.pages.views.news import Beside, News, news
from tests.unit.pages.chronicles import DAY, EVIL, minor, said, some, telling, told
from tests.unit.pages.department import HERE, bare, ref

AGENT = Circle(Group.ROLE, "agent")
FINANCE, PHONE = Circle(Group.TEAM, "finance"), Circle(Group.CHANNEL, "phone")
BESIDE = Beside(
    (FINANCE, AGENT, PHONE),
    lambda circle: f"../{circle.key}/" if circle else "../",
    lambda ending: f"../feed.{ending}",
)
NOTHING_BESIDE = Beside((), lambda _: "", lambda _: "")


@pytest.fixture
def names(library: Library) -> Names:
    return Names(library, assets.words("en"))


def organisation() -> Organisation:
    return Organisation(
        people={"ana": Person("ana", "Ana"), "ion": Person("ion", "Ion")},
        roles={
            "agent": Role("agent", "Agent", people=(ref("ana"),)),
            "lead": Role("lead", "Lead"),
            "bot": Role("bot", "Bot", kind="system", people=(ref("ana"),)),
            "customer": Role("customer", "", kind="customer"),
        },
        teams={
            "support": Team("support", "Support", people=(ref("ana"),)),
            "night": Team("night", "Night", lead=ref("lead")),
        },
    )


def keys(**card: object) -> set[str]:
    """Whom an SOP with such a card concerns."""
    return {circle.key for circle in circles_of(bare("x", **card), organisation())}


def by(*names: str, to: str = "") -> set[str]:
    """Whom an SOP concerns whose one step they do."""
    step = Step("a", StepKind.DO, 1, HERE, by=tuple(map(ref, names)), to=ref(to) if to else None)
    sop = replace(bare("x"), workflow=Workflow((step,)))
    return {circle.key for circle in circles_of(sop, organisation())}


def page(here: Site, links: Links, circle: Circle | None = None, beside: Beside = BESIDE) -> News:
    return news(about(some(here.names), *filter(None, (circle,))), circle, here, links, beside)


def test_a_role_stands_for_the_teams_in_which_somebody_plays_it() -> None:
    assert by("agent") == {"role-agent", "team-support"}
    assert by("lead") == {"role-lead", "team-night"}


def test_a_team_does_not_stand_for_its_members_roles() -> None:
    assert by("support") == {"team-support"}


def test_a_person_stands_for_their_roles_and_teams() -> None:
    assert keys(responsible=ref("ana")) == {"role-agent", "team-support"}
    assert keys(deputy=ref("ion")) == set()


def test_machines_customers_and_unknown_names_are_told_nothing() -> None:
    assert by("bot", "customer", "nobody") == set()


def test_who_takes_over_is_concerned_and_so_is_the_channel() -> None:
    assert by("agent", to="lead") == {"role-agent", "team-support", "role-lead", "team-night"}
    assert keys(channels=(ref("phone"),)) == {"channel-phone"}


def test_circles_are_listed_by_kind_and_title(names: Names) -> None:
    found = [circle.key for circle in circles_in(names.library.sops.values(), names)]
    assert found == [
        "team-finance",
        "role-agent",
        "role-team-lead",
        "channel-email",
        "channel-phone",
    ]
    assert [circle.title(names) for circle in (FINANCE, AGENT, PHONE)] == [
        "Finance",
        "Support agent",
        "Phone",
    ]


def test_news_are_told_newest_first_with_what_is_material_first(names: Names) -> None:
    found = some(names)
    assert [story.sop for story in found] == ["complaint-call", "refund", "complaint-call"]
    assert [sentence.text[:3] for sentence in found[2].sentences] == ["The", "The"]
    assert found[2].sentences[0].text.startswith("The deadline")
    days = by_day(found)
    assert [str(each.date) for each in days] == ["2026-10-03", "2026-10-02"]
    assert (len(days[0].material), len(days[0].editorial)) == (0, 1)
    assert [story.sop for story in days[1].material] == ["refund", "complaint-call"]


def test_a_day_begins_at_midnight_of_the_site(names: Names) -> None:
    """At 21:30 in Greenwich it is half past midnight three hours further east."""
    evening = telling(said("New"), day=11.5 / 24)
    assert str(told({"refund": [evening]}, names)[0].moment.date()) == "2026-10-02"


def test_what_is_hidden_or_means_nothing_is_no_news(names: Names) -> None:
    silent = [telling(said("New"), hidden=True), telling()]
    assert told({"refund": silent}, names, gone={"old": silent}) == ()


def test_of_an_sop_that_is_gone_its_end_is_told(names: Names) -> None:
    ends = (telling(said("This SOP is no longer there"), day=3), telling(said("Older"), day=2))
    found = told({"refund": [telling(said("New"), day=4)]}, names, gone={"old": ends})
    assert [(story.sop, story.title) for story in found] == [("refund", "Refund"), ("old", "old")]
    assert found[1].circles == frozenset()


def test_what_concerns_a_circle(names: Names) -> None:
    found = some(names)
    assert about(found) == found
    assert {story.sop for story in about(found, PHONE)} == {"complaint-call"}
    assert about(found, PHONE, FINANCE) == found
    assert {story.sop for story in about(found, FINANCE)} == {"complaint-call", "refund"}


def test_pages_are_bounded(names: Names) -> None:
    many = told({"refund": [telling(said("x"), day=-day) for day in range(MOST + 1)]}, names)
    assert recent(many) == many[:MOST]
    old = told({"refund": [telling(said("x"), day=-day) for day in (0, 364, 365, 800)]}, names)
    assert [story.moment for story in recent(old)] == [story.moment for story in old[:2]]
    assert recent(()) == ()
    assert (many[0].moment - many[1].moment).total_seconds() == DAY


def test_each_sentence_leads_to_its_step(here: Site, links: Links, renderer: Renderer) -> None:
    """Where the step is still there; the first of several."""
    html = renderer.page("news.html", page(here, links))
    assert '<a href="../complaint-call/#step-greet">The deadline is tighter' in html
    assert '<li class="sopbook-news__changed">This SOP is new</li>' in html
    gone = told({"complaint-call": [telling(said("Gone", "nowhere"))]}, here.names)
    assert news(gone, None, here, links, BESIDE).days[0].material[0].said[0].url == ""
    without = replace(links, sop=lambda _: "")
    assert "#step" not in renderer.page(
        "news.html", news(some(here.names), None, here, without, BESIDE)
    )


def test_a_page_says_what_who_and_why(here: Site, links: Links, renderer: Renderer) -> None:
    html = renderer.page("news.html", page(here, links))
    assert '<time datetime="2026-10-02">2 October 2026</time>' in html
    assert '<time datetime="2026-10-02T13:00:00+03:00">13:00</time> · By Ana Ionescu' in html
    assert "Calls last too long" in html
    assert "Customers told us.\nWe listened." in html
    assert "on this day, or before" in html
    assert html.index("2026-10-03") < html.index("2026-10-02")


def test_what_is_editorial_is_folded(here: Site, links: Links, renderer: Renderer) -> None:
    html = renderer.page("news.html", page(here, links))
    folded = "".join(re.findall(r"<details.*?</details>", html, re.DOTALL))
    assert "A comma moved" in folded
    assert "The note changed" in folded
    assert "The deadline" not in folded
    assert "1 change of wording or form" in folded


def test_a_page_leads_to_the_others_and_to_feeds(
    here: Site, links: Links, renderer: Renderer
) -> None:
    html = renderer.page("news.html", page(here, links, AGENT))
    assert '<a href="../">All news</a>' in html
    assert '<a href="../role-agent/" aria-current="page">Support agent</a>' in html
    assert '<a href="../team-finance/">Finance</a>' in html
    assert 'href="../feed.xml"' in html
    assert 'href="../feed.json"' in html
    assert "that concern “Support agent”" in html
    bare_page = renderer.page("news.html", page(here, links, beside=NOTHING_BESIDE))
    assert "<nav" not in bare_page
    assert "feed" not in bare_page


def test_a_page_says_that_there_is_more(here: Site, links: Links, renderer: Renderer) -> None:
    shown = some(here.names)
    html = renderer.page("news.html", news(shown, None, here, links, BESIDE, is_all=False))
    assert "Only the newest 3 changes are shown" in html
    assert "Only the newest" not in renderer.page("news.html", page(here, links))


def test_hostile_words_stay_words(library: Library, links: Links, renderer: Renderer) -> None:
    evil = replace(bare("refund"), card=replace(bare("refund").card, title=EVIL))
    here = site(Names(replace(library, sops={"refund": evil}), assets.words("en")))
    found = told(
        {"refund": [telling(said(EVIL), minor(EVIL), why=EVIL, more=EVIL, who=(EVIL,))]},
        here.names,
    )
    html = renderer.page("news.html", news(found, None, here, links, BESIDE))
    assert "<script" not in html
    assert "<img" not in html
    assert "{{7*7}}" in html


def test_nothing_invisible_is_taken_over_from_git(names: Names) -> None:
    spoof = "a\u202eb\x07\ud800c\n d"
    found = told(
        {"refund": [telling(said("x"), why=spoof, more=spoof, who=(spoof, "\x07"))]}, names
    )
    assert (found[0].why, found[0].more, found[0].who) == ("abc d", "abc\n d", ("abc d",))


def test_every_language_has_its_page(library: Library, links: Links) -> None:
    words = assets.words("ro")
    here = site(Names(library, words))
    html = Renderer(words, str).page("news.html", page(here, links, AGENT))
    assert "Noutăți: Support agent" in html
    assert "2 octombrie 2026" in html
