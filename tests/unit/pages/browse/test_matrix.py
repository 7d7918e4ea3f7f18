"""Channel against reason: right counts, and gaps that can be seen."""

import pytest

from sopbook.pages.browse import matrix as module
from sopbook.pages.browse.matrix import Matrix, matrix, page
from tests.unit.pages.browse.shelf import (
    CALL,
    DRAFT,
    LETTER,
    LINKS,
    NO_DRAFTS,
    OLD,
    department,
    hostile,
    printed,
)

ORDER = CALL.replace("title: Call", "title: Order").replace("complaint", "order")


def counts(view: Matrix) -> dict[str, list[int]]:
    return {line.channel.id: [cell.count for cell in line.cells] for line in view.lines}


def test_counts_by_channel_and_reason() -> None:
    order = ORDER.replace("[phone, email]", "[phone]")
    view = matrix(department(call=CALL, order=order, draft=DRAFT, old=OLD), LINKS)
    assert [(term.id, term.count) for term in view.reasons] == [("order", 1), ("complaint", 2)]
    assert counts(view) == {"phone": [1, 2], "email": [0, 2]}
    assert [line.channel.count for line in view.lines] == [3, 2]
    assert (view.sops, view.gaps) == (3, 1)
    assert view.lines[1].missing == ("Order",)


def test_what_names_no_channel_or_reason_has_a_place() -> None:
    bare = "title: Bare\nsteps:\n  - end: Done\n"
    view = matrix(department(call=CALL, letter=LETTER, bare=bare), LINKS)
    assert counts(view) == {"phone": [1, 0], "email": [1, 0], "letter": [0, 1], "": [0, 1]}
    assert view.gaps == 1
    assert [line.anchor for line in view.lines][-2:] == ["channel-letter", "no-channel"]
    html = printed("matrix.html", view)
    assert "No channel named" in html
    assert "No reason named" in html
    assert view.lines[-1].cells[-1].all == "../all/?channel=-&reason=-"


def test_what_nothing_is_written_for_is_said() -> None:
    view = matrix(department(call=CALL), LINKS)
    assert "Customer portal" in view.unserved
    assert "Safety" in view.unmet
    html = printed("matrix.html", view)
    assert "No SOP at all for the channels:" in html
    assert ">none<" not in html


def test_an_empty_cell_says_so_in_words() -> None:
    order = ORDER.replace("[phone, email]", "[phone]")
    html = printed("matrix.html", matrix(department(call=CALL, order=order), LINKS))
    assert html.count(">none<") == 1
    assert "1 cell is empty." in html


def test_drafts_by_the_setting() -> None:
    view = matrix(department(NO_DRAFTS, call=CALL, draft=DRAFT), LINKS)
    assert counts(view) == {"phone": [1], "email": [1]}


def test_a_full_cell_leads_to_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    view = matrix(department(a=CALL, b=CALL, c=CALL), LINKS)
    cell = view.lines[0].cells[0]
    assert (cell.count, len(cell.sops), cell.more) == (3, 2, 1)
    assert cell.all == "../all/?channel=phone&reason=complaint"
    assert [sop.title for sop in (*cell.sops, *cell.rest)] == ["Call"] * 3
    html = printed("matrix.html", view)
    assert html.count('<li class="sopbook-printed">') == 2
    monkeypatch.setattr(module, "MOST_PRINTED", 2)
    cell = matrix(department(a=CALL, b=CALL, c=CALL), LINKS).lines[0].cells[0]
    assert (cell.rest, cell.more_printed) == ((), 1)


def test_links_may_lead_to_a_channel() -> None:
    assert page(department(call=CALL, old=OLD)).anchors == ("channel-email", "channel-phone")


def test_an_empty_department_says_so() -> None:
    html = printed("matrix.html", matrix(department(), LINKS))
    assert "No SOP is listed yet." in html
    assert "<table" not in html


def test_nothing_missing_is_said() -> None:
    here = department(call=CALL)
    organisation = here.library.organisation
    object.__setattr__(organisation, "channels", {"phone": organisation.channels["phone"]})
    object.__setattr__(organisation, "reasons", {"complaint": organisation.reasons["complaint"]})
    assert "Nothing is missing" in printed("matrix.html", matrix(here, LINKS))


def test_hostile_words_are_text() -> None:
    html = printed("matrix.html", matrix(department(call=hostile("x")), LINKS))
    assert "<img" not in html
    assert html.count("&lt;img") == 2
