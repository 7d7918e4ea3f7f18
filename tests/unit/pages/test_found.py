"""What search reads of an SOP."""

from dataclasses import replace

from sopbook.core.library import Library
from sopbook.pages.render import Renderer
from sopbook.pages.site import Site
from sopbook.pages.views.found import found
from tests.unit.pages.department import bare, ref


def test_who_answers_and_who_stands_in_can_be_found(library: Library, here: Site) -> None:
    text = found(library.sops["complaint-call"], here).text
    assert text.endswith("angry customer · grievance · returns · Ana Ionescu · Ion Marin")


def test_the_people_behind_a_role_or_team_can_be_found(library: Library, here: Site) -> None:
    assert found(library.sops["refund"], here).text == "Finance · Eva Holm"
    sop = bare("x", responsible=ref("team-lead"), deputy=ref("agent"))
    assert found(sop, here).text == "Team lead · Ana Ionescu · Support agent · Ion Marin"


def test_nobody_is_named_twice_and_a_name_that_means_nobody_stands_as_typed(here: Site) -> None:
    assert found(bare("x", responsible=ref("eva-holm"), deputy=ref("head")), here).text == (
        "Eva Holm · Head of support"
    )
    assert found(bare("x", responsible=ref("nobody")), here).text == "nobody"
    assert found(bare("x"), here).text == ""


def test_contacts_stay_out(library: Library, here: Site, renderer: Renderer) -> None:
    sop = library.sops["complaint-call"]
    full = replace(sop, card=replace(sop.card, deputy=ref("finance")))
    view = found(full, here)
    html = renderer.found_head(view) + renderer.found_steps(view)
    assert "Ana Ionescu" in html
    for contact in ("@", "+40", "+46", "tel:", "chat.example.com"):
        assert contact not in html
