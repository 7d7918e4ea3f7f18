"""Small departments to browse, read as authors write them."""

from dataclasses import replace

from sopbook import assets
from sopbook.core.names import Names
from sopbook.core.reading import read_library
from sopbook.pages.render import Renderer
from sopbook.pages.site import AS_SET, Choices, Links, Site, site

ORGANISATION = """
people:
  ana: {name: Ana Ionescu}
  ion: {name: Ion Marin}
roles:
  agent: {title: Agent, people: [ion]}
  lead: {title: Team lead, people: [ana]}
teams:
  support: {title: Support, people: [agent]}
channels:
  portal: {title: Customer portal}
reasons:
  safety: {title: Safety}
measures:
  solved: {title: Ärger solved, meaning: Of all cases., unit: "%", good: high}
tools:
  crm: {title: Customer records, url: "https://crm.example.com"}
  old: {title: Old tool}
"""
CALL = """
title: Call
status: approved
responsible: ana
audience: [agents]
channels: [phone, email]
reasons: [complaint]
measures: {csat: at least 90 %, ttr: at most 24 h}
review: {by: 2027-03-01}
aliases: [angry customer, Ärger]
steps:
  - do: Greet
    by: agent
    uses: [crm, A page: "https://example.com"]
  - do: Note it
    by: agent
    uses: [crm]
  - end: Done
"""
LETTER = """
title: Über letters
status: review
channels: [letter]
steps:
  - do: Read
  - end: Done
"""
DRAFT = CALL.replace("approved", "draft").replace("title: Call", "title: Better call")
OLD = CALL.replace("approved", "retired").replace("title: Call", "title: Old call")
HOSTILE = '<img src=x onerror=alert(1)> "quoted" & \\'
LINKS = Links(sop=lambda name: f"../{name}/", own=lambda key: f"../{key}/")
NO_DRAFTS = replace(AS_SET, lists_drafts=False)


def department(choices: Choices = AS_SET, /, **sops: str) -> Site:
    """Read a department with these SOPs; `_` in a name stands for `-`."""
    files = {f"{name.replace('_', '-')}.workflow.yml": text.encode() for name, text in sops.items()}
    reading = read_library({"organisation.yml": ORGANISATION.encode(), **files})
    assert reading.findings == (), [one.message for one in reading.findings]
    return site(Names(reading.library, assets.words("en")), choices)


def hostile(name: str) -> str:
    """Write an SOP whose every text is an attack."""
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    return (
        CALL.replace("title: Call", f"title: {quoted}")
        .replace("angry customer", quoted)
        .replace("do: Greet", f"do: {quoted}")
        .replace("steps:", f"tags: [{quoted}]\nsteps:\n  - start: {name}", 1)
    )


def printed(template: str, view: object) -> str:
    """Print a page in English."""
    return Renderer(assets.words("en"), str).page(template, view)
