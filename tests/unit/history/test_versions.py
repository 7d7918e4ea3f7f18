"""What an old version of a file was."""

from sopbook.history.versions import known_as, same_words, sop_of

CARD = b"---\nid: angry\ntitle: Complaint\nresponsible: ana\n---\nText\n"
FLOW = b"title: T\nsteps:\n  - do: Ask\n  - end: Done\n"


def test_whose_text_it_was() -> None:
    assert sop_of("a/complaint.md", CARD) == "angry"
    assert sop_of("a/refund.workflow.yml", FLOW) == "refund"
    assert sop_of("a/refund.workflow.yml", b"\xff [[[") == "refund"
    assert sop_of("a/refund.workflow.yml", None) == "refund"
    assert sop_of("a/page.md", b"# A page\n") == ""
    assert sop_of("a/page.md", None) == ""


def test_what_tells_it_from_others() -> None:
    assert known_as("a/complaint.md", CARD) == "angry"
    assert known_as("a/page.md", b"# A page\n") == "page"
    assert known_as("a/index.md", b"# A page\n") == ""
    assert known_as("README.md", None) == ""
    assert known_as("organisation.yml", b"roles: {}") == ""


def test_the_same_words() -> None:
    assert same_words("a.md", b"one two\n", b"one\n\n  two")
    assert not same_words("a.md", b"one two\n", b"onetwo\n")
    assert not same_words("a.md", None, b"one")
    assert not same_words("a.md", b"one", None)


def test_white_space_that_means_something() -> None:
    assert same_words("a.workflow.yml", FLOW, b"\n" + FLOW.replace(b": ", b":   "))
    assert not same_words("a.workflow.yml", FLOW, FLOW.replace(b"title:", b"title:\n "[:7]) + b"\t")
    text = b"title: T\nsteps:\n  - do: Ask\n    note: |\n      One\n      two\n"
    assert not same_words("a.workflow.yml", text, text.replace(b"\n      two", b" two"))
    roles = b"roles:\n  agent: {title: Agent}\n"
    assert same_words("organisation.yml", roles, roles.replace(b"{title", b"{ title"))
