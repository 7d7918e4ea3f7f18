"""The MkDocs edge: a docs folder with SOPs in it becomes a site."""

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from sopbook import assets
from sopbook.archive import Archive, place_of
from sopbook.blocks import FlowchartExtension, Piece
from sopbook.core.diagnostic import Severity, errors
from sopbook.core.fences import flowcharts
from sopbook.core.model import Sop, Status
from sopbook.core.names import Names
from sopbook.core.other_files import is_published
from sopbook.docs_folder import read_folder
from sopbook.edition import Edition, Sources, edition, unshowable
from sopbook.engines import engine_named
from sopbook.history.remarks import remarks
from sopbook.navigation import Menu, Places, extend_toc, menu
from sopbook.offline import search_as_script
from sopbook.pages.addresses import edit_address
from sopbook.pages.book import Book, Part
from sopbook.pages.desk import Desk
from sopbook.pages.feeds.feed import Whereabouts
from sopbook.pages.front import front_matter, own_source
from sopbook.pages.own import HOME, OwnPage
from sopbook.pages.past import Past
from sopbook.pages.site import Links, links_from
from sopbook.privacy import Cover
from sopbook.prose import Prose
from sopbook.report import text as text_report
from sopbook.report.material import rooted
from sopbook.settings import SopbookConfig
from sopbook.theme import add_assets, language_of, with_search, words_of

log = get_plugin_logger(__name__)


class SopbookPlugin(BasePlugin[SopbookConfig]):
    """Makes pages of SOPs.

    Hooks: `on_config` reads and checks everything; `on_files` hides the sources and adds what is
    generated; `on_page_read_source` hands over safe Markdown; `on_page_content` puts head and foot
    around it; `on_page_context` prints both, and the charts; `on_post_build` makes the site work
    without a server.
    """

    _serving = False
    _good: Sources | None = None
    _archive: Archive
    _cover: Cover
    _edition: Edition
    _book: Book
    _pages: dict[str, str]
    _keys: dict[str, str]
    _by_page: dict[str, Sop]
    _own: dict[str, OwnPage]
    _menu: Menu
    _files: Files
    _page: Page
    _short: str | None

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - the host's signature
        """Keep this plugin over rebuilds, so that a broken file leaves the last good page."""
        self._serving = command == "serve"
        self._archive = Archive()
        self._good = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the SOPs; a mistake ends the build before anything is written."""
        folder = read_folder(Path(config.docs_dir))
        read = edition(*folder, self._good, self.config.checks)
        self._cover = Cover(read, shows_people=self.config.choices().names_people)
        self._edition = self._cover.edition(self._reported(read, config))
        sops = self._edition.reading.library.sops
        self._by_page = {sop.page_path: sop for sop in sops.values()}
        self._pages = {sop.id: path for path, sop in self._by_page.items()}
        self._book = self._new_book(config, folder[0])
        config.markdown_extensions.append(FlowchartExtension(self._place))  # type: ignore[arg-type] # Markdown takes both
        add_assets(config)
        return config

    @event_priority(60)  # Early: whoever lists pages must see ours, and must not see the sources.
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Hide the sources, add generated pages, contact cards, styles and scripts."""
        for file in files:
            if file.src_dir == config.docs_dir and _is_kept_back(file):
                file.inclusion = InclusionLevel.EXCLUDED
        for file in self._generated(config):
            files.append(file)
        for path, sop in self._by_page.items():
            page = files.get_file_from_path(path)
            if page is not None and sop.card.status is Status.RETIRED:
                page.inclusion = InclusionLevel.NOT_IN_NAV
        self._own = self._add_own(files, config)
        self._keys = {page.key: path for path, page in self._own.items()}
        self._files = files
        return files

    @event_priority(-100)  # Late: others have put the pages in their order by now.
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Add where readers look things up; see to it that no page links to all others."""
        places = Places(self._own, self._pages, *self._book.ways())
        self._menu = menu(nav, files, config, places)
        return nav

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let the theme's search ask our index."""
        page = files.get_file_from_path(self._keys.get("a_z", ""))
        return with_search(env, words_of(config), page.url if page else ".")

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Bound the navigation of pages that are not in it."""
        del template_name, config
        context["nav"] = self._menu.seen_from(None)
        return context

    def on_page_read_source(self, /, *, page: Page, config: MkDocsConfig) -> str | None:
        """Hand over the page's text, with keys that were read and made harmless by us."""
        del config
        path = page.file.src_uri
        if path in self._own:
            return own_source(self._own[path], self._book.title(self._own[path]))
        sop, source = self._by_page.get(path), self._edition.reading.pages.get(path)
        if sop is None and source is None:
            # Refused, by its name or as a link; what other plugins generate is theirs.
            return None if page.file.generated_by else ""
        return front_matter(source, sop) + (source.text if source else "")

    def on_page_markdown(
        self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Place the SOP's chart before its text, unless the author placed it."""
        del config, files
        self._page = page
        sop = self._by_page.get(page.file.src_uri)
        placed = sop and any(fence.text == sop.id for fence in flowcharts(markdown.split("\n")))
        if sop is None or sop.workflow is None or placed:
            return markdown
        return f"```flowchart\n{sop.id}\n```\n\n{markdown}"

    def on_page_content(
        self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Place the SOP's head above its text and its relations below."""
        del files
        sop = self._by_page.get(page.file.src_uri)
        if sop:
            book = self._book
            parts = (book.head(sop), Part(html), book.history(sop), book.foot(sop))
            html = "".join(part.html for part in parts)
            extend_toc(page, html, self._book.headings(sop))
        own = self._own.get(page.file.src_uri)
        if own:
            html = self._book.own(own).html
        html = self._book.started(html)
        return self._mistakes(page, sop, config) + html

    @event_priority(-100)  # Late: nobody else need wade through SVG.
    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: object
    ) -> TemplateContext:
        """Print what was placed: heads, charts, steps, lists; bound the navigation."""
        del nav
        context["nav"] = self._menu.seen_from(page)
        self._short = page.content
        page.content = self._book.whole(page.content or "", self._links(page, self._files, config))
        own = self._own.get(page.file.src_uri)
        if own:
            extend_toc(page, page.content, self._book.headings_of(own, page.content))
        return context

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Let go of the printed parts: the host keeps every page until the end of the build."""
        del config
        page.content = self._short
        return output

    @event_priority(-100)  # Late: search has written its index by now.
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search index as a script, too: pages opened as files ask for that one."""
        search_as_script(Path(config.site_dir))

    def _reported(self, current: Edition, config: MkDocsConfig) -> Edition:
        """Say what is wrong. A build ends here; a live preview goes on and shows it."""
        wrong = errors(current.findings)
        root = f"{Path(config.docs_dir).name}/"
        findings, texts = rooted(current.findings, current.texts, root)
        for finding in findings:
            is_warning = finding.severity is not Severity.ADVICE
            self._say(text_report.block(finding, texts), is_warning=is_warning)
        for remark in self._cover.remarks(root):
            self._say(remark.text, is_warning=remark.is_warning)
        if self._serving:
            self._good = self._good if unshowable(wrong) else current.shown
            return current
        if wrong:
            message = f"{text_report.summary(wrong)} in the SOPs; the site was left as it was"
            raise PluginError(message)
        return current.without_sources()

    def _new_book(self, config: MkDocsConfig, sources: Sources) -> Book:
        names = Names(self._edition.reading.library, words_of(config))
        desk = Desk(
            self._edition.inspection(self.config.checks),
            names.words,
            engine=engine_named(self.config.engine),
            prose=Prose().html,
            choices=self.config.choices(),
            past=self._read_past(config, names, sources),
        )
        return Book(desk)

    def _read_past(self, config: MkDocsConfig, names: Names, sources: Sources) -> Past | None:
        """Read what was published, and say what is amiss with that."""
        place = place_of(config.docs_dir, config.config_file_path, self.config)
        if place is None:
            return None
        past = self._archive.past(place, names, sources)
        for remark in remarks(past.chronicle):
            self._say(remark.text, is_warning=remark.is_warning)
        return self._cover.past(past)

    def _say(self, text: str, *, is_warning: bool) -> None:
        # A preview must outlive mistakes even where warnings are fatal, so it only informs.
        (log.warning if is_warning and not self._serving else log.info)(text)

    def _place(self, name: str, text: str) -> Piece:
        """Say what a block of ours becomes on the page that is being made."""
        part = self._book.block(name, text, self._page.file.src_uri)
        return Piece(part.html, part.ids)

    def _mistakes(self, page: Page, sop: Sop | None, config: MkDocsConfig) -> str:
        """Show what is wrong: on the page it is in, and all of it on the first page."""
        if not self._serving:
            return ""
        current, path = self._edition, page.file.src_uri
        paths = (sop.markdown_path, sop.workflow_path) if sop else (path,)
        found = current.findings if page.is_homepage else current.of(*paths)
        if not found:
            return ""
        good, first = bool(self._good and unshowable(found)), page.is_homepage
        links = self._links(page, self._files, config)
        return self._book.findings(found, links, has_page=good, is_everything=first).html

    def _add_own(self, files: Files, config: MkDocsConfig) -> dict[str, OwnPage]:
        """Add the pages that are ours alone. An author's own page at such an address stays."""
        taken = {file.dest_uri for file in files if not file.inclusion.is_excluded()}
        added: dict[str, OwnPage] = {}
        for own in self._book.pages(leads=self.config.leads):
            # Out of the way of agents; who wants them in the navigation, lists them in `nav`.
            is_first = own == HOME and config.nav is None
            where = InclusionLevel.UNDEFINED if is_first else InclusionLevel.NOT_IN_NAV
            page = File.generated(config, own.path, content="", inclusion=where)
            if page.dest_uri not in taken and files.get_file_from_path(own.path) is None:
                files.append(page)
                added[own.path] = own
        return added

    def _generated(self, config: MkDocsConfig) -> Iterator[File]:
        for path, sop in self._by_page.items():
            if not sop.markdown_path:
                page = File.generated(config, path, content="")
                page.edit_uri = sop.workflow_path
                yield page
        where = config.site_url, config.use_directory_urls, language_of(config)
        at = Whereabouts(config.site_name, self._pages, *where)
        for path, text in self._book.files(at):
            yield File.generated(config, path, content=text)
        for path, file in assets.static_files():
            yield File.generated(config, path, abs_src_path=str(file))

    def _links(self, page: Page, files: Files, config: MkDocsConfig) -> Links:
        """Say where things are, as seen from a page."""
        sop = self._by_page.get(page.file.src_uri)
        source = sop.source_path if sop else page.file.src_uri

        def address(path: str) -> str:
            file = files.get_file_from_path(path)
            return file.url_relative_to(page.file) if file else ""

        def edit(path: str) -> str:
            return edit_address(path, config.repo_url, config.edit_uri, config.edit_uri_template)

        return links_from(address, source, self._pages, self._keys, edit)


def _is_kept_back(file: File) -> bool:
    """Say whether a file of the docs folder stays there: data, and what could run programs."""
    return not file.is_documentation_page() and not is_published(file.src_uri)
