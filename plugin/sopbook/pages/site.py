"""What the views of a build share, and what differs from page to page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sopbook.core.library import Library
from sopbook.core.model import Sop, Status
from sopbook.core.names import Names
from sopbook.core.words import Words
from sopbook.pages.addresses import filled, seen_from
from sopbook.pages.relations import Relations, relations


def _nowhere(_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Links:
    """Where things are, as seen from the page that is being made; "" for nowhere.

    `sop` takes an SOP's id, `vcard` the id of a person, role or team, `own` the key of a page of
    our own, `page` and `edit` a source's path, `follow` a link as an author wrote it.
    """

    sop: Callable[[str], str]
    page: Callable[[str], str] = _nowhere
    own: Callable[[str], str] = _nowhere
    vcard: Callable[[str], str] = _nowhere
    edit: Callable[[str], str] = _nowhere
    follow: Callable[[str], str] = str


def vcard_path(name: str) -> str:
    """Say where the contact card of a person, role or team lies."""
    return f"contacts/{name}.vcf"


def links_from(
    address: Callable[[str], str],
    source: str,
    sops: Mapping[str, str],
    own: Mapping[str, str],
    edit: Callable[[str], str],
) -> Links:
    """Link from a page: `address` gives what a path is as seen from there, `source` is its file.

    `sops` and `own` have the paths of SOPs by id, and of pages of ours by key.
    """
    return Links(
        sop=lambda name: address(sops[name]) if name in sops else "",
        page=address,
        own=lambda key: address(own[key]) if key in own else "",
        vcard=lambda name: address(vcard_path(name)),
        edit=edit,
        follow=lambda link: seen_from(source, link, address) or link,
    )


@dataclass(frozen=True, slots=True)
class Answers:
    """Where readers answer: addresses with places to fill in, "" for nowhere.

    They `report` a problem with any of `{subject}`, `{sop}`, `{title}`, `{step}` and `{file}`; they
    `confirm` that they read a version with any of `{sop}`, `{title}` and `{revision}`. New
    colleagues send what they read of a path to `training`, with `{path}` and `{title}`, and with
    what only their browser knows: `{name}`, `{date}`, `{done}`, `{count}` and `{progress}`.
    """

    report: str = ""
    confirm: str = ""
    training: str = ""


NO_ANSWERS = Answers()


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person who runs the site chose.

    `answers` is where readers answer. `names_people`: whether people are shown at all, or only
    roles and teams. `finds_contacts`: whether search knows e-mail addresses and phone numbers.
    `lists_drafts`: whether drafts stand in lists and are found.
    """

    answers: Answers = NO_ANSWERS
    names_people: bool = True
    finds_contacts: bool = False
    lists_drafts: bool = True


AS_SET = Choices()


@dataclass(frozen=True, slots=True)
class Site:
    """The library under its names, and what was chosen for it.

    `listed` are the SOPs that lists and search show, by id: no retired ones.
    """

    names: Names
    relations: Relations
    choices: Choices
    listed: Mapping[str, Sop]

    @property
    def words(self) -> Words:
        """The interface's words."""
        return self.names.words

    @property
    def library(self) -> Library:
        """Everything that was read."""
        return self.names.library

    def problem(self, sop: Sop, step: str = "", number: int = 0) -> str:
        """Write the address at which to report a problem with an SOP, or with one of its steps."""
        key = "report.step" if step else "report.sop"
        return filled(
            self.choices.answers.report,
            {
                "subject": self.words(key, title=sop.title, number=number),
                "sop": sop.id,
                "title": sop.title,
                "step": step,
                "file": sop.source_path,
            },
        )

    def confirmation(self, sop: Sop, revision: str) -> str:
        """Write the address at which to confirm that one has read an SOP as of a revision."""
        values = {"sop": sop.id, "title": sop.title, "revision": revision}
        return filled(self.choices.answers.confirm, values)


def site(names: Names, choices: Choices = AS_SET) -> Site:
    """Prepare what every page needs, once a build."""
    hidden = {Status.RETIRED} if choices.lists_drafts else {Status.RETIRED, Status.DRAFT}
    sops = names.library.sops.items()
    listed = {name: sop for name, sop in sops if sop.card.status not in hidden}
    return Site(names, relations(names.library), choices, listed)
