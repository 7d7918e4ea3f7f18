"""A small index: its documents, and its files as the scripts' tests read them.

python -m tests.unit.search.example      # write the files anew, after a change that is meant
"""

import json
from pathlib import Path

from sopbook.search.documents import Document, Facet, Sort, Spot
from sopbook.search.index import index_files

FILE = Path(__file__).parents[2] / "cases" / "search" / "index.json"

FACETS = (
    Facet("channel", (("email", "E-mail"), ("phone", "Phone"), ("fax", "Fax"))),
    Facet("kind", (("sop", "SOP"), ("person", "Person"))),
)


def sop(name: str, title: str, *steps: str, channel: str = "phone", **words: str) -> Document:
    """Describe an SOP of steps."""
    return Document(
        Sort.SOP,
        name,
        title,
        f"sops/{name}.html",
        summary=words.get("summary", ""),
        status="approved",
        responsible="Ana Ionescu",
        channels=(channel.capitalize(),),
        aliases=(words.get("alias", ""),),
        people=("Ana Ionescu",),
        labels=(channel.capitalize(),),
        spots=tuple(_step(place, step) for place, step in enumerate(steps, 1)),
        text=words.get("text", ""),
        facets=(("channel", (channel,)), ("kind", ("sop",))),
    )


def _step(number: int, step: str) -> Spot:
    caption, _, text = step.partition(" / ")
    return Spot(f"step-{number}", caption, number, text=text)


DOCUMENTS = (
    sop("refund", "Refund", "Check the invoice", "Pay the money back", alias="money back"),
    sop("late", "Late parcel", "Ask the carrier", "Refund the delivery fee", channel="email"),
    sop("damage", "Damaged parcel", "Ask for a photo / Hold the lamp into the light, please"),
    sop("difficult", "Difficult calls", "Listen", "Stay calm", alias="angry customer"),
    sop("escalation", "Escalation", "Hand the case over"),
    sop("howto", "How to write", "Name the step / Write escalate, and to whom"),
    sop("returns", "Grąžinimas", "Priimk siuntą", text="The form is RF-204. The form is green."),
    sop("record", "Find the customer's record", "Ask for the order number"),
    Document(
        Sort.PERSON,
        "ana-ionescu",
        "Ana Ionescu",
        "people/ana-ionescu.html",
        people=("ana@example.com", "40215550100", "5550100"),
        facets=(("kind", ("person",)),),
    ),
)


def written() -> str:
    """Write all files of the index into one."""
    files = dict(index_files(DOCUMENTS, FACETS, "lt"))
    return json.dumps(files, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
