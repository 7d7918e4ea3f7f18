"""What a digest tells: the stories since a day or a version, of those who want to know."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sopbook import assets
from sopbook.cli.folders import Failed, default_folder, docs_folder_of
from sopbook.core.fold import nearest
from sopbook.core.names import Names
from sopbook.core.reading import read_library
from sopbook.core.values import time_zones
from sopbook.docs_folder import read_folder
from sopbook.history.git_chronicle import Chronicler, Place
from sopbook.history.git_log import Repository, find_repository
from sopbook.history.git_tree import commit_named
from sopbook.history.moment import zone_named
from sopbook.history.remarks import why
from sopbook.pages.addresses import page_address, website
from sopbook.pages.dates import day
from sopbook.pages.digests.catalogue import FORMATS
from sopbook.pages.digests.digest import digest
from sopbook.pages.news.circles import Circle, Group
from sopbook.pages.news.stories import Story, about, stories
from sopbook.project import Project, project_around

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Since when, as typed, and the ids of those who want to know, by what they are."""

    since: str
    ids: Mapping[str, tuple[str, ...]]


def written(form: str, folder: Path | None, wanted: Wanted, language: str) -> str:
    """Write the digest of a docs folder in one of the formats."""
    docs = docs_folder_of(folder or _usual())
    project = project_around(docs)
    sources = read_folder(docs)[0]
    names = Names(read_library(sources).library, assets.words(language))
    place = _place(docs, project)
    chronicle = Chronicler(place).chronicle(names, sources)
    if chronicle.missing:
        message = f"It is not known what changed: {why(chronicle.missing)}."
        raise Failed(message)
    circles = tuple(_circles(wanted, names))
    told = about(stories(chronicle, names, place.zone), *circles)
    found, since = _since(wanted.since, told, docs, names)
    return FORMATS[form](
        digest(found, since, circles, names, lambda sop: _address(sop, names, project))
    )


def _usual() -> Path:
    folder = default_folder()
    if not folder.is_dir():
        message = f"The docs folder `{folder}` is not there; name the one that is meant."
        raise Failed(message)
    return folder


def _place(docs: Path, project: Project) -> Place:
    """Say where the history is, and how the project wants it read."""
    zone, file = (_setting(project, name) for name in ("time_zone", "history_file"))
    if zone and zone not in time_zones():
        message = f"{project.file}: `{zone}` is no time zone such as `Europe/Bucharest`."
        raise Failed(message)
    bots = project.settings.get("bots")
    return Place(
        docs,
        exported=project.top / file if project.top and file else None,
        bots=tuple(map(str, bots)) if isinstance(bots, list) else (),
        zone=zone_named(zone) if zone else dt.UTC,
    )


def _setting(project: Project, name: str) -> str:
    found = project.settings.get(name)
    return found if isinstance(found, str) else ""


def _since(
    typed: str, told: tuple[Story, ...], docs: Path, names: Names
) -> tuple[tuple[Story, ...], str]:
    """Keep what came on a day or later, or after a version; and give the words for since when."""
    if _DAY.fullmatch(typed):
        first = _day(typed)
        shown = day(first, names.words)
        return tuple(
            each for each in told if each.moment.date() >= first
        ), shown.text if shown else ""
    newer = _newer(typed, docs)
    return tuple(each for each in told if each.commit in newer), typed


def _day(typed: str) -> dt.date:
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        message = f"There is no day `{typed}`."
        raise Failed(message) from None


def _newer(revision: str, docs: Path) -> frozenset[str]:
    """Give the ids of all commits that came after a version."""
    repository = find_repository(docs)
    commit = commit_named(repository, revision) if isinstance(repository, Repository) else ""
    if not commit or not isinstance(repository, Repository):
        message = f"`{revision}` is neither a day, such as 2026-05-31, nor a version that is here."
        raise Failed(message)
    said = repository.git.ask("rev-list", f"{commit}..{repository.head}").said
    return frozenset(said.decode("ascii").split())


def _circles(wanted: Wanted, names: Names) -> Iterator[Circle]:
    organisation = names.library.organisation
    known = {
        Group.TEAM: organisation.teams,
        Group.ROLE: organisation.roles,
        Group.CHANNEL: organisation.channels,
    }
    for group, there in known.items():
        for name in wanted.ids[group]:
            if name not in there:
                raise Failed(_unknown(group, name, there))
            yield Circle(group, name)


def _unknown(group: Group, name: str, there: Iterable[str]) -> str:
    near = nearest(name, list(there))
    guess = f"Did you mean `{near}`?" if near else f"There are: {', '.join(there) or 'none'}."
    return f"`{name}` is no {group} of this organisation. {guess}"


def _address(sop: str, names: Names, project: Project) -> str:
    """Give the full address of an SOP's page, where the project says where the site is."""
    site, found = website(project.site_url), names.library.sops.get(sop)
    if not site or not found:
        return ""
    page = page_address(found.page_path, in_folders=project.in_folders)
    return f"{site.rstrip('/')}/{page}"
