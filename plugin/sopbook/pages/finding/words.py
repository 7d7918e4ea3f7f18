"""What the search says: the interface's words as a script, loaded when it is opened."""

import json
from collections.abc import Iterator

from sopbook.core.words import Message
from sopbook.pages.addresses import filled
from sopbook.pages.site import Site

WORDS = "assets/sopbook/search/words.js"
"""Where the search finds its words."""
_OURS = "search."
_STATUS = "status."
_NOTHING = ("sop", "title", "step", "file")


def search_words(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of the script with the search's words."""
    said = {
        "language": site.words.language,
        "report": _report(site),
        "messages": dict(_messages(site)),
    }
    # JSON in ASCII has no line separators that scripts would trip over; nothing can end a script.
    data = json.dumps(said, separators=(",", ":")).replace("<", "\\u003c")
    yield WORDS, f"globalThis.sopbookWords={data};\n"


def _messages(site: Site) -> Iterator[tuple[str, Message]]:
    for key, message in site.words.messages.items():
        said = message if isinstance(message, str) else dict(message)
        if key.startswith(_OURS):
            yield key.removeprefix(_OURS), said
        elif key.startswith(_STATUS):
            yield key, said


def _report(site: Site) -> str:
    """Write the address at which to say that something was not found; the browser has the query."""
    subject = site.words("search.report_subject", query="{query}")
    values = {"subject": subject} | dict.fromkeys(_NOTHING, "")
    return filled(site.choices.answers.report, values)
