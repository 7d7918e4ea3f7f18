"""What pages have ready for returning readers."""

import json
from dataclasses import replace

from sopbook import assets
from sopbook.core.library import Library
from sopbook.core.names import Names
from sopbook.history.chronicle import Chronicle
from sopbook.history.lack import Lack, Missing
from sopbook.history.telling import Telling
from sopbook.pages.newest import NEWEST, marks, newest, scripts
from sopbook.pages.past import Past
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, Site, site
from sopbook.pages.views.foot import foot
from sopbook.pages.views.head import head
from sopbook.pages.views.home import finding
from sopbook.pages.views.reminder import MOST, confirmation, reminder
from tests.unit.pages.chronicles import NOON, minor, said, telling

SOP = "complaint-call"


def past(*tellings: Telling, **more: object) -> Past:
    return Past(Chronicle({SOP: tellings}, **more))  # type: ignore[arg-type]


def two() -> tuple[Telling, ...]:
    """A change that matters, after it one of wording, and a machine's before."""
    return (
        telling(minor("A comma moved"), day=3),
        telling(said("The deadline is tighter"), minor("A comma moved"), day=2),
        telling(said("All is new"), day=1, hidden=True),
    )


def test_only_what_readers_must_know_of_is_counted(
    library: Library, here: Site, links: Links
) -> None:
    view = reminder(library.sops[SOP], past(*two()), here, links)
    assert view
    assert view.material == f"0000000000:{NOON + 2 * 86_400}"
    assert not view.is_bounded
    assert view.history == "#sopbook-history"
    assert set(json.loads(view.forms)) == {"one", "other"}


def test_marks_name_commits_and_their_times() -> None:
    commit = replace(two()[0].entry.commit, id="1a2b3c4d5e6f", time=7)
    one = replace(two()[0], entry=replace(two()[0].entry, commit=commit))
    assert marks((one, one)) == "1a2b3c4d5e:7 1a2b3c4d5e:7"
    assert marks(()) == ""


def test_there_is_an_end_to_counting(library: Library, here: Site, links: Links) -> None:
    many = [telling(said("Tighter"), day=day) for day in range(MOST + 1, 0, -1)]
    view = reminder(library.sops[SOP], past(*many), here, links)
    assert view
    assert view.is_bounded
    assert len(view.material.split()) == MOST


def test_where_the_past_is_not_known_nothing_is_prepared(
    library: Library, here: Site, links: Links, renderer: Renderer
) -> None:
    unknown = past(missing=Missing(Lack.NO_GIT))
    for known in (None, unknown):
        assert reminder(library.sops[SOP], known, here, links) is None
        assert list(scripts(known)) == []
    assert "sopbook-reminder" not in renderer.head(head(library.sops[SOP], here, links))


def test_lists_find_the_newest_change_of_each() -> None:
    known = Past(Chronicle({"b": two(), "a": two()[1:], "wording": two()[:1]}))
    ((path, script),) = scripts(known)
    assert path == NEWEST
    begin, _, data = script.partition("(")
    assert begin == "globalThis.sopbookNewest=Object.freeze"
    mark = f"0000000000:{NOON + 2 * 86_400}"
    assert json.loads(data.removesuffix(");\n")) == {"__proto__": None, "a": mark, "b": mark}


def test_nothing_ends_the_script_early() -> None:
    script = newest(Chronicle({"</script>\u2028": two()}))
    assert "<" not in script
    assert script.isascii()


def test_a_thousand_sops_stay_small() -> None:
    known = {f"how-to-answer-complaints-{number}": two() * 20 for number in range(1000)}
    assert len(newest(Chronicle(known))) < 60_000


def test_a_version_is_confirmed(library: Library, here: Site) -> None:
    sop = library.sops[SOP]
    revision = two()[0].entry.commit.id
    address = "mailto:quality@example.com?subject=complaint-call%20{}&body=Complaint%20call"
    assert confirmation(sop, past(*two()), here) == address.format(revision)
    assert confirmation(sop, None, here) == address.format("")
    assert confirmation(sop, past(*two(), unpublished=frozenset({sop.markdown_path})), here) == ""
    assert confirmation(sop, past(*two()), site(here.names)) == ""


def test_the_confirmation_is_there_without_scripts(
    library: Library, here: Site, links: Links, renderer: Renderer
) -> None:
    html = renderer.foot(foot(library.sops[SOP], here, links, past(*two())))
    assert ">Confirm that you have read this version<" in html
    silent = renderer.foot(foot(library.sops[SOP], site(here.names), links, past(*two())))
    assert "Confirm" not in silent


def test_it_comes_hidden_and_in_every_language(library: Library, links: Links) -> None:
    where = replace(links, page=lambda path: f"../{path}")
    for language in assets.languages():
        words = assets.words(language)
        here = site(Names(library, words))
        printer = Renderer(words, str)
        page = printer.head(head(library.sops[SOP], here, where, past(*two())))
        assert '<section class="sopbook-reminder" hidden' in page
        assert 'href="../history/complaint-call.md"' in page
        found = printer.page("finding_home.html", finding(here, where))
        assert '<section class="sopbook-returned" hidden' in found


def test_a_list_without_a_past_has_nothing_ready(
    here: Site, links: Links, renderer: Renderer
) -> None:
    assert "sopbook-returned" not in renderer.page("finding_home.html", finding(here, links))
