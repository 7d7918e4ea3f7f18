"""The past on pages: the newest changes, the whole of it, and what is gone."""

from dataclasses import replace

import pytest

from sopbook.core.fates import Fate, Fates
from sopbook.core.library import Library
from sopbook.core.model import Sop, Workflow
from sopbook.core.names import Names
from sopbook.diagram.outline import outline
from sopbook.history.changes.kinds import Weight
from sopbook.history.changes.sentence import Sentence, Sign, line
from sopbook.history.chronicle import Chronicle, Drawn
from sopbook.history.follow import FileEntry, Kind
from sopbook.history.lack import Lack, Missing
from sopbook.history.log import Author, Commit, Message, Overrule
from sopbook.history.sops import Entry
from sopbook.history.telling import Telling
from sopbook.pages.own import histories, history_of
from sopbook.pages.past import Past
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, Site
from sopbook.pages.views import change as change_view
from sopbook.pages.views import whole_history as whole_view
from sopbook.pages.views.gone import gone
from sopbook.pages.views.head import head
from sopbook.pages.views.history import FIRST, REST, history
from sopbook.pages.views.whole_history import PREFIX, whole_history

NAME = "complaint-call"
FILE = "complaints/complaint-call.workflow.yml"
EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}"


@pytest.fixture
def links(links: Links) -> Links:
    """Links of a site that has histories."""
    return replace(links, page=lambda path: f"../{path}", own=lambda part: f"../{part}/")


@pytest.fixture
def sop(library: Library) -> Sop:
    """The SOP whose past it is."""
    return library.sops[NAME]


def sentence(text: str = "Step 2 changed", *steps: str, gone: str = "") -> Sentence:
    return Sentence(text, Sign.CHANGED, Weight.MATERIAL, steps, gone)


def telling(
    number: int, *said: Sentence, kind: Kind = Kind.CHANGED, message: Message | None = None,
    hidden: bool = False, files: tuple[FileEntry, ...] = (),
) -> Telling:  # fmt: skip
    """The change of a day, by its number."""
    name = f"{number:040x}"
    why = message or Message(f"Why {number}", f"Why {number}")
    made = Commit(name, (), number * 86_400, 120, Author("Ana Ionescu"), why)
    wrote = files or (FileEntry(made, kind, FILE, FILE, "1", "2"),)
    entry = Entry(made, kind, wrote, why.title, ("Ana Ionescu",), hidden=hidden)
    return Telling(entry, (), (), said)


def past(*tellings: Telling, **known: object) -> Past:
    return Past(Chronicle({NAME: tellings}, **known))  # type: ignore[arg-type]


def test_an_agent_is_not_told_everything(
    sop: Sop, here: Site, links: Links, renderer: Renderer
) -> None:
    many = [telling(n, *[sentence()] * 9) for n in range(30, 0, -1)]
    view = history(sop, past(*many), here, links)
    assert (len(view.first), len(view.rest)) == (FIRST, REST)
    html = renderer.history(view)
    assert "31 January 1970" in html
    assert html.count('class="sopbook-change"') == FIRST + REST
    assert "and 4 more" in html
    assert "and 7 more" in html
    assert f'href="../history/{NAME}.md">The whole history</a>' in html


def test_a_move_is_no_change_of_the_work(sop: Sop, here: Site, links: Links) -> None:
    view = history(sop, past(telling(9), telling(8, sentence())), here, links)
    assert view.last
    assert view.last.revision.endswith("8")
    assert len(view.first) == 1


def test_a_long_sentence_is_cut(sop: Sop, here: Site, links: Links) -> None:
    view = history(sop, past(telling(1, sentence("word " * 500))), here, links)
    assert len(view.first[0].said[0].text) <= change_view.LONGEST
    assert view.first[0].said[0].text.endswith("word…")


def test_a_sentence_leads_to_a_step_that_is_there(sop: Sop, here: Site, links: Links) -> None:
    told = telling(1, sentence("One", "former", "greet"), sentence("Two", "former"))
    one, two = history(sop, past(told), here, links).first[0].said
    assert (one.url, two.url) == ("#step-greet", "")


def test_nothing_known_nothing_published(
    sop: Sop, here: Site, links: Links, renderer: Renderer
) -> None:
    html = renderer.history(history(sop, past(), here, links))
    assert "Nothing is published yet." in html
    new = past(unpublished=frozenset({FILE}))
    html = renderer.history(history(sop, new, here, links))
    assert "not published yet." in html
    assert "Nothing is published yet." not in html


@pytest.mark.parametrize("lack", Lack)
def test_why_nothing_is_known(
    lack: Lack, sop: Sop, here: Site, links: Links, renderer: Renderer
) -> None:
    html = renderer.history(history(sop, past(missing=Missing(lack)), here, links))
    words = here.words(f"history.lack.{lack.name.lower()}")
    assert words in html.replace("&#39;", "'")


def test_the_head_has_the_day_and_the_badge(
    sop: Sop, here: Site, links: Links, renderer: Renderer
) -> None:
    told = past(telling(9, sentence()), unpublished=frozenset({FILE}))
    html = renderer.head(head(sop, here, links, told))
    assert "Not published yet</span>" in html
    assert "Last changed</dt>" in html
    assert "10 January 1970" in html
    html = renderer.head(head(sop, here, links))
    assert "Last changed" not in html
    assert "Not published" not in html
    assert "Last changed" not in renderer.head(head(sop, here, links, past()))


def test_an_approval_that_is_out_of_date(
    sop: Sop, here: Site, links: Links, renderer: Renderer
) -> None:
    late = telling(9, sentence())
    html = renderer.history(history(sop, past(late, since_approval={NAME: (late,)}), here, links))
    assert "it was changed on 10 January 1970 since." in html
    assert "Approved: <time" in " ".join(html.split())


def test_a_change_without_meaning_says_what_it_is(
    sop: Sop, here: Site, links: Links, renderer: Renderer
) -> None:
    made = telling(1).entry.commit
    moved = FileEntry(made, Kind.MOVED, "a.md", "b.md", "1", "1")
    blank = FileEntry(made, Kind.CHANGED, "a.md", "a.md", "1", "2", blank=True)
    told = past(telling(3, files=(moved,), kind=Kind.MOVED), telling(2, files=(blank,)), telling(1))
    view = whole_history(sop, told, here, links)
    assert [each.form for each in view.changes] == ["moved", "blank", "same"]
    html = renderer.page("whole_history.html", view, "")
    assert "(before: a.md) · contents as before" in html
    assert html.count("contents as before") == 2


def test_the_audit_has_all_of_it(sop: Sop, here: Site, links: Links, renderer: Renderer) -> None:
    message = Message(
        "Merge branch x", "Better", "Because", approved_by=("Mara Pop",),
        reviewed_by=("Ion Marin",), overrule=Overrule.EDITORIAL, trailers=(("Ticket", "T-1"),),
    )  # fmt: skip
    merge = telling(2, sentence(), message=message)
    entry = replace(merge.entry, writers=("Ana Ionescu", "Eva Holm"), published_by="Mara Pop")
    told = past(replace(merge, entry=entry), telling(1, hidden=True), shallow=True, partial=True)
    view = whole_history(sop, told, here, links)
    assert len(view.changes) == 1
    assert len(view.records) == 2
    html = " ".join(renderer.page("whole_history.html", view, "").split())
    for words in ("Merge branch x", "<dd>Eva Holm</dd>", "<dt>Merged by</dt><dd>Mara Pop</dd>",
                  "<dt>Ticket</dt><dd>T-1</dd>", "not shown to readers", "cut off",
                  "not all at hand", "weighed by its author: Work unchanged"):  # fmt: skip
        assert words in html


def test_a_page_does_not_grow_for_ever(
    sop: Sop, here: Site, links: Links, renderer: Renderer
) -> None:
    many = [telling(n) for n in range(whole_view.MOST + 5, 0, -1)]
    html = renderer.page("whole_history.html", whole_history(sop, past(*many), here, links), "")
    assert html.count('class="sopbook-change"') == whole_view.MOST
    assert "5 older changes are not listed" in html
    nothing = renderer.page("whole_history.html", whole_history(sop, past(), here, links), "")
    assert "<li>None.</li>" in nothing


def test_the_drawing_is_told_step_by_step(
    sop: Sop, here: Site, links: Links, renderer: Renderer
) -> None:
    """A step that is gone stands under an id of its own, where its own is taken."""
    steps = sop.workflow.steps if sop.workflow else ()
    ghost = replace(steps[1], id="greet-before", text="Say hello", exits=())
    workflow = Workflow((*steps[:2], ghost, *steps[2:]))
    fates = Fates(
        {"greet": Fate.ADDED, "greet-before": Fate.REMOVED}, {("accepts", 0): Fate.REROUTED}
    )
    told = telling(
        5, sentence("It is new", "former", "greet"), sentence("It is gone", gone="greet"),
        sentence("The card"), sentence("Nowhere", gone="nobody"),
    )  # fmt: skip
    known = past(told, drawn={NAME: Drawn(told, workflow, fates)})
    view = whole_history(sop, known, here, links, outline(workflow, here.names, fates))
    assert view.difference
    found = {step.item.id: step for step in view.difference.steps}
    assert [each.text for each in found["greet"].said] == ["It is new"]
    assert found["greet"].url == f"../{NAME}/#step-greet"
    assert [each.text for each in found["greet-before"].said] == ["It is gone"]
    assert found["greet-before"].url == ""
    assert [each.text for each in view.difference.besides] == ["The card", "Nowhere"]
    marks = [(each.fate, each.dashes) for each in view.difference.legend]
    assert [fate for fate, _ in marks] == [Fate.ADDED, Fate.REMOVED, Fate.REROUTED]
    assert view.caption(here.words) == "what changed on 6 January 1970"
    html = renderer.page("whole_history.html", view, "<svg></svg>")
    for step in workflow.steps:
        assert html.count(f'id="{PREFIX}step-{step.id}"') == 1
    assert "new way: a dashed line" in html
    assert whole_history(sop, known, here, links).caption(here.words) == "what changed on "


def test_what_is_gone(here: Site, renderer: Renderer) -> None:
    many = tuple(telling(n, sentence()) for n in range(20, 0, -1))
    chronicle = Chronicle(
        {"a": (telling(1),), "b": ()},
        gone={"old": (telling(5, kind=Kind.DELETED),), "fax": many, "never": ()},
    )
    view = gone(Past(chronicle), here)
    assert [each.id for each in view.sops] == ["fax", "old"]
    html = renderer.page("gone.html", view)
    assert "10 older changes are not listed." in html
    assert list(histories(chronicle)) == [history_of("a")]
    assert list(histories(Chronicle())) == []


def test_nothing_in_a_change_is_markup(
    sop: Sop, here: Site, links: Links, renderer: Renderer
) -> None:
    message = Message(EVIL, EVIL, EVIL, approved_by=(EVIL,), reviewed_by=(EVIL,),
                      trailers=((EVIL, EVIL),))  # fmt: skip
    said = replace(sentence(EVIL, "greet"), wording=line(EVIL, f"{EVIL} {EVIL}"))
    told = telling(1, said, message=message)
    made = replace(told.entry.commit, author=Author(EVIL))
    file = FileEntry(made, Kind.MOVED, EVIL, f"{EVIL}.md", "1", "2")
    entry = Entry(made, Kind.MOVED, (file,), EVIL, (EVIL,), EVIL)
    known = past(replace(told, entry=entry), gone={EVIL: (told,)})
    titled = replace(sop, card=replace(sop.card, title=EVIL))
    there = replace(here, names=Names(Library({NAME: titled}), here.words))
    html = renderer.history(history(titled, known, there, links))
    html += renderer.page("whole_history.html", whole_history(titled, known, there, links), "")
    html += renderer.page("gone.html", gone(known, there))
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("{{7*7}}") > 10
