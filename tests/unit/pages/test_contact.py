"""People to turn to."""

import json
from dataclasses import replace

from sopbook.core.library import Library
from sopbook.core.model import Sop
from sopbook.core.organisation import Person, Role, Team
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, Site, site
from sopbook.pages.views.contact import Responsible, contact, responsible
from sopbook.pages.views.head import head
from tests.unit.pages.department import bare, ref


def card(sop: Sop, here: Site, links: Links) -> Responsible:
    """Make the contact card of an SOP that has one."""
    found = responsible(sop, here, links)
    assert found
    return found


def test_a_person_with_everything(library: Library, here: Site, links: Links) -> None:
    who = card(library.sops["complaint-call"], here, links).who
    assert (who.name, who.title) == ("Ana Ionescu", "Support team lead")
    assert (who.mailto, who.tel) == ("mailto:ana.ionescu@example.com", "tel:+40215550100")
    assert who.chat_url == "https://chat.example.com/ana"
    assert who.vcard == "../contacts/ana-ionescu.vcf"
    assert who.until
    assert who.until.iso == "2027-06-30"


def test_hours_are_for_people_and_for_the_browser(
    library: Library, here: Site, links: Links
) -> None:
    reach = card(library.sops["complaint-call"], here, links).who.reach
    assert reach
    assert (reach.text, reach.zone, reach.place) == (
        "Mon-Fri 09:00-17:00", "Europe/Bucharest", "Bucharest",
    )  # fmt: skip
    assert json.loads(reach.shifts) == [{"days": [0, 1, 2, 3, 4], "start": 540, "end": 1020}]


def test_the_deputy_is_the_cards_or_the_persons(library: Library, here: Site, links: Links) -> None:
    sop = library.sops["complaint-call"]
    deputy = card(sop, here, links).deputy
    assert deputy
    assert deputy.name == "Ion Marin"
    other = replace(sop, card=replace(sop.card, deputy=ref("finance")))
    deputy = card(other, here, links).deputy
    assert deputy
    assert deputy.name == "Finance"


def test_the_chain_follows_the_roles_a_person_plays(
    library: Library, here: Site, links: Links
) -> None:
    chain = card(library.sops["complaint-call"], here, links).chain
    assert [one.name for one in chain] == ["Head of support"]
    assert [one.name for one in chain[0].people] == ["Eva Holm"]
    agent = card(bare("x", responsible=ref("agent")), here, links)
    assert [one.name for one in agent.chain] == ["Team lead", "Head of support"]


def test_nobody_is_next_to_themselves(
    library: Library, here: Site, links: Links, renderer: Renderer
) -> None:
    roles = {
        "agent": Role("agent", "Agent", people=(ref("ion-marin"),), escalates_to=ref("lead")),
        "lead": Role("lead", "Lead", people=(ref("ana-ionescu"),), escalates_to=ref("head")),
        "head": Role("head", "Head", people=(ref("ana-ionescu"),), escalates_to=ref("duty")),
        "duty": Role("duty", "On duty"),
    }
    organisation = replace(library.organisation, roles=roles)
    there = site(replace(here.names, library=replace(library, organisation=organisation)))
    found = card(bare("x", responsible=ref("ana-ionescu")), there, links)
    assert [one.name for one in found.chain] == ["On duty"]
    # Ana is the deputy, so she is shown already; behind the role above nobody is named yet.
    found = card(bare("x", responsible=ref("agent"), deputy=ref("ana-ionescu")), there, links)
    assert [one.name for one in found.chain] == ["On duty"]
    del roles["duty"]
    ends = bare("x", responsible=ref("agent"), deputy=ref("ana-ionescu"))
    found = card(ends, there, links)
    assert found.chain[-1].name == "duty"
    roles["head"] = replace(roles["head"], escalates_to=None)
    found = card(ends, there, links)
    assert (found.chain, found.ends) == ((), True)
    assert "the escalation ends here" in renderer.head(head(ends, there, links))


def test_a_chain_that_runs_in_circles_ends(library: Library, here: Site, links: Links) -> None:
    roles = {
        "one": Role("one", "One", escalates_to=ref("two"), people=(ref("two"),)),
        "two": Role("two", "Two", escalates_to=ref("one"), people=(ref("one"),)),
    }
    circle = replace(library, organisation=replace(library.organisation, roles=roles))
    there = site(replace(here.names, library=circle))
    found = card(bare("x", responsible=ref("one")), there, links)
    assert [one.name for one in found.chain] == ["Two"]
    assert found.who.people == ()


def test_a_team_shows_its_lead_first_and_each_once(
    library: Library, here: Site, links: Links
) -> None:
    team = Team("desk", "Desk", lead=ref("head"), people=(ref("agent"), ref("eva-holm")))
    teams = {**library.organisation.teams, "desk": team}
    more = replace(library, organisation=replace(library.organisation, teams=teams))
    found = contact("desk", site(replace(here.names, library=more)), links)
    assert [one.name for one in found.people] == ["Eva Holm", "Ion Marin"]


def test_a_name_that_means_nobody_stands_as_typed(
    library: Library, here: Site, links: Links
) -> None:
    assert card(library.sops["greeting"], here, links).who.name == "nobody"
    assert responsible(library.sops["better-call"], here, links) is None


def test_a_machine_is_called_one(here: Site, links: Links) -> None:
    assert contact("chatbot", here, links).is_system


def test_only_an_address_of_the_web_becomes_a_link(
    library: Library, here: Site, links: Links
) -> None:
    people = {
        "a": Person("a", "A", chat="javascript:alert(1)"),
        "b": Person("b", "B", chat="#help on the chat"),
    }
    more = replace(library, organisation=replace(library.organisation, people=people))
    there = site(replace(here.names, library=more))
    assert contact("a", there, links).chat_url == ""
    assert contact("b", there, links).chat == "#help on the chat"
    assert contact("b", there, links).vcard == ""


def test_number_and_address_are_words_of_a_link(
    library: Library, here: Site, links: Links, renderer: Renderer
) -> None:
    html = renderer.head(head(library.sops["complaint-call"], here, links))
    assert "<span>+40 21 555 0100</span></a>" in html
    assert "<span>ana.ionescu<wbr>@example.com</span></a>" in html


def test_who_has_left_is_judged_in_the_browser(
    library: Library, here: Site, links: Links, renderer: Renderer
) -> None:
    html = renderer.head(head(library.sops["complaint-call"], here, links))
    assert 'data-sopbook-until="2027-06-30"' in html
    assert 'hidden data-sopbook-after="2027-06-30"' in html
    # Without a script both stand there, with the day.
    assert "until 30 June 2027" in html
    assert "Ion Marin" in html


def test_many_people_fold(library: Library, here: Site, links: Links, renderer: Renderer) -> None:
    people = {f"p{n}": Person(f"p{n}", f"Person {n}") for n in range(4)}
    role = Role("agent", "Agents", people=tuple(ref(name) for name in people))
    organisation = replace(library.organisation, people=people, roles={"agent": role})
    there = site(replace(here.names, library=replace(library, organisation=organisation)))
    html = renderer.head(head(bare("x", responsible=ref("agent")), there, links))
    assert "<summary>4 people</summary>" in html
