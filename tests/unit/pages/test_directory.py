"""The directory, the pages of people, roles and teams, the escalation map, and the RACI."""

import json
from dataclasses import replace

import pytest

from sopbook.analysis.duties import Duties, duties
from sopbook.analysis.escalations import Escalations, escalations
from sopbook.core.library import Library
from sopbook.core.organisation import Organisation, Person, Role, Team
from sopbook.pages.browse.work import work
from sopbook.pages.directory.actor import Actor, actor
from sopbook.pages.directory.escalation import (
    MOST,
    MOST_FOLDED,
    escalation_map,
    flow,
    words_of_map,
)
from sopbook.pages.directory.people import people
from sopbook.pages.directory.responsibilities import responsibilities
from sopbook.pages.doings import Doings
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, Site, site
from sopbook.pages.views.contact import contact
from tests.unit.pages.chronicles import EVIL
from tests.unit.pages.department import bare, complaint, ref, time

NOTHING = Doings({}, {}, {}, {})


@pytest.fixture
def own(links: Links) -> Links:
    """Link pages of ours as well."""
    return replace(links, own=lambda key: f"own/{key}")


def duties_in(here: Site) -> Duties:
    return duties(here.library, here.listed.values(), here.relations.run_by)


def map_of(here: Site) -> Escalations:
    return escalations(here.library.organisation, here.listed.values())


def page(name: str, here: Site, links: Links) -> Actor:
    done = work(name, NOTHING, here, links)
    return actor(name, done, duties_in(here), map_of(here), here, links)


def where(organisation: Organisation, here: Site) -> Site:
    return site(replace(here.names, library=Library({"c": complaint()}, organisation)))


def test_the_page_of_a_person(here: Site, own: Links, renderer: Renderer) -> None:
    ana = page("ana-ionescu", here, own)
    assert (ana.part, ana.who.name, ana.who.url) == ("person", "Ana Ionescu", "")
    assert ana.deputy
    assert (ana.deputy.name, ana.deputy.url) == ("Ion Marin", "own/person:ion-marin")
    assert [one.name for one in ana.groups] == ["Team lead"]
    assert [one.name for one in ana.ahead] == ["Head of support"]
    html = renderer.page("actor.html", ana)
    assert "ana.ionescu" in html
    assert html.index("tel:+40215550100") < html.index("tel:+40215550101")
    ion = page("ion-marin", here, own)
    assert [one.name for one in ion.covers] == ["Ana Ionescu"]
    assert [(each.key, [sop.title for sop in each.sops]) for each in ion.duties] == [
        ("deputy", ["Complaint call"]),
        ("told", ["Complaint call"]),
    ]


def test_who_is_the_head_of_their_team_turns_to_nobody(
    here: Site, own: Links, renderer: Renderer
) -> None:
    who = here.library.organisation
    desk = Team("desk", "Desk", people=(ref("eva-holm"),), escalates_to=ref("head"))
    there = site(
        replace(here.names, library=Library({}, replace(who, teams={"desk": desk}))),
    )
    eva = page("eva-holm", there, own)
    assert (eva.ahead, eva.ends) == ((), True)
    assert "the escalation ends here" in renderer.page("actor.html", eva)
    assert not page("chatbot", there, own).ends


def test_a_person_answers_for_what_their_role_answers_for(
    here: Site, own: Links, renderer: Renderer
) -> None:
    sop = bare("close-call", responsible=ref("head"))
    library = Library({sop.id: sop}, here.library.organisation)
    there = site(replace(here.names, library=library))
    eva = page("eva-holm", there, own)
    assert [(one.who.name, [sop.title for sop in one.sops.sops]) for one in eva.through] == [
        ("Head of support", ["Close call"])
    ]
    assert "Responsible for, through: Head of support" in renderer.page("actor.html", eva)
    assert page("head", there, own).through == ()


def test_the_page_of_a_role(here: Site, own: Links, renderer: Renderer) -> None:
    lead = page("team-lead", here, own)
    assert [(turn.who.name, turn.is_rule, turn.count) for turn in lead.turns] == [
        ("Head of support", True, 0)
    ]
    assert [(turn.who.name, turn.count, turn.times) for turn in lead.takes] == [
        ("Support agent", 1, ("10 min",))
    ]
    html = renderer.page("actor.html", lead)
    assert "own/person:ana-ionescu" in html
    assert "after 10 min" in html
    assert '<a href="#sopbook-members">People</a> <span class="sopbook-quiet">1</span>' in html


def test_the_page_of_a_team_and_of_a_machine(here: Site, own: Links, renderer: Renderer) -> None:
    finance = page("finance", here, own)
    assert finance.lead
    assert finance.lead.name == "Head of support"
    assert "Led by Head of support" in renderer.page("actor.html", finance)
    bot = renderer.page("actor.html", page("chatbot", here, own))
    assert "Works automatically" in bot
    assert 'id="sopbook-contact"' not in bot


def test_everybody_is_listed_but_the_customer(here: Site, own: Links, renderer: Renderer) -> None:
    view = people(duties_in(here), here, own)
    assert [(shelf.key, [row.who.name for row in shelf.rows]) for shelf in view.shelves] == [
        ("people", ["Ana Ionescu", "Eva Holm", "Ion Marin"]),
        ("roles", ["Head of support", "Support agent", "Team lead"]),
        ("teams", ["Finance"]),
        ("machines", ["Chatbot"]),
    ]
    assert json.loads(view.forms)["one"] == "{count} entry"
    html = renderer.page("people.html", view)
    assert html.count("<li>") >= 8
    assert ' role="search"' in html


def test_kinds_without_any_are_left_out(here: Site, own: Links, renderer: Renderer) -> None:
    there = where(Organisation(), here)
    view = people(duties_in(there), there, own)
    assert view.shelves == ()
    assert "<h2" not in renderer.page("people.html", view)


def test_the_map_says_in_words_what_is_drawn(here: Site, own: Links, renderer: Renderer) -> None:
    found = map_of(here)
    view = escalation_map(found, here, own)
    assert [(node.number, node.who.name) for node in view.nodes] == [
        (1, "Support agent"), (2, "Team lead"), (3, "Head of support"),
    ]  # fmt: skip
    [way] = view.nodes[0].ways
    assert (way.number, way.is_rule, way.time) == (2, True, "10 min")
    assert way.places[0].url == "../complaint-call/#step-lead"
    drawn = flow(found, here.names)
    assert [step.text for step in drawn.steps] == ["Support agent", "Team lead", "Head of support"]
    assert drawn.steps[0].exits[0].label == "10 min"
    html = renderer.page("escalation_map.html", view, "<svg></svg>")
    assert "<svg></svg>" in html
    assert "Turns to nobody" in html
    assert "Finance" in html


def test_a_department_without_escalations_says_so(
    here: Site, own: Links, renderer: Renderer
) -> None:
    there = site(replace(here.names, library=Library({}, Organisation())))
    view = escalation_map(map_of(there), there, own)
    html = renderer.page("escalation_map.html", view)
    assert "No role, team or SOP escalates yet." in html
    assert "Every role and team" in html


def test_many_times_are_told_from_the_shortest_to_the_longest(here: Site) -> None:
    found = map_of(here)
    way = found.ways[0]
    [handing] = way.handings
    steps = (
        handing.step,
        *(replace(handing.step, after=after) for after in (time("2 h"), time("1 min"))),
    )
    many = replace(way, handings=tuple(replace(handing, step=step) for step in steps))
    drawn = flow(replace(found, ways=(many, *found.ways[1:])), here.names)
    assert drawn.steps[0].exits[0].label == "1 min – 2 h"


def test_what_is_not_shown_at_once_can_be_opened(
    here: Site, own: Links, renderer: Renderer
) -> None:
    found = map_of(here)
    way = found.ways[0]
    many = replace(way, handings=way.handings * (MOST_FOLDED + 2))
    view = escalation_map(replace(found, ways=(many, *found.ways[1:])), here, own)
    [shown] = view.nodes[0].ways
    assert (len(shown.places), len(shown.rest), shown.more) == (MOST, MOST_FOLDED - MOST, 2)
    html = renderer.page("escalation_map.html", view)
    assert "always, by the organisation&#39;s file</span>" in html
    assert "<summary>in 102 steps, after 10 min</summary>" in html
    assert "<summary>and in 96 more steps</summary>" in html
    assert "and in 2 more steps" in html


def test_the_chart_of_the_map_has_words_of_its_own(here: Site) -> None:
    words = words_of_map(here.words)
    assert words("chart.way.then", there="2") == "Turns to 2"
    assert words("chart.close") == here.words("chart.close")


def test_raci_names_everybody_with_their_steps(here: Site, own: Links, renderer: Renderer) -> None:
    view = responsibilities(complaint(), here, own)
    found = {part.key: [party.who.name for party in part.parties] for part in view.parts}
    assert found == {
        "does": ["Support agent", "Chatbot", "Finance"],
        "answers": ["Ana Ionescu"],
        "asked": ["Team lead"],
        "told": ["Ion Marin", "Head of support"],
    }
    html = renderer.page("responsibilities.html", view)
    assert "steps 2, 3, 5, 9" in html
    assert "automatic" in html
    nobody = renderer.page("responsibilities.html", responsibilities(bare("x"), here, own))
    assert nobody.count("nobody") == 4


def test_contacts_lead_to_their_pages(here: Site, own: Links, links: Links) -> None:
    assert contact("ana-ionescu", here, own).url == "own/person:ana-ionescu"
    assert contact("agent", here, own).url == "own/role:agent"
    assert contact("finance", here, own).url == "own/team:finance"
    assert contact("nobody", here, own).url == ""
    assert contact("agent", here, links).url == ""


def test_texts_stay_texts(here: Site, own: Links, renderer: Renderer) -> None:
    evil = Organisation(
        people={"a": Person("a", EVIL, EVIL, EVIL, EVIL, EVIL)},
        roles={"r": Role("r", EVIL, people=(ref("a"),), escalates_to=ref("t"))},
        teams={"t": Team("t", EVIL, lead=ref("r"), escalates_to=ref("r"))},
    )
    there = where(evil, here)
    found = map_of(there)
    pages = [
        *(renderer.page("actor.html", page(name, there, own)) for name in "art"),
        renderer.page("people.html", people(duties_in(there), there, own)),
        renderer.page("escalation_map.html", escalation_map(found, there, own)),
        renderer.page("responsibilities.html", responsibilities(complaint(), there, own)),
    ]
    assert not any("<script" in html or "<img" in html or "49" in html for html in pages)
