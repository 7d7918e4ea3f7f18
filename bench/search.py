"""What search finds: near-alike SOPs in six languages, typed for in real Chromium.

    python -m bench.search                                  # 1,000 and 10,000 SOPs, all languages
    python -m bench.search --languages lt --sizes 1000 --build --stock

Up to 1,000 SOPs `--build` makes the whole site with MkDocs and also types into its search box;
`--stock` builds the same texts with Material alone, and types the same into its own. Otherwise the
index is written as a build writes it, beside a small page that loads the reader: 10,000 pages would
take the host a quarter of an hour and change nothing in the index. The reader is asked in the page.

KB are what a host sends that packs text, the reader itself included; times are of this machine.
"""

import argparse
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from playwright.sync_api import Browser, Page, sync_playwright

from bench.departments import OWN_STEP, Department, department
from bench.queries import HAND, Query, queries
from bench.search_site import Host, built_site, index_site, served, stock_site

LANGUAGES = ("en", "ro", "lt", "tr", "id", "lv")
SHOWN = 10
TOP = 3
OPEN = """async () => {
  const { root, load } = globalThis.sopbookBase;
  await load("assets/sopbook/search/reader.js");
  globalThis.finder = await globalThis.sopbookFinder.open(root, load);
}"""
TIMED = f"""async () => {{
  const begin = performance.now();
  await ({OPEN})();
  return performance.now() - begin;
}}"""
FIND = """async ([texts, limit]) => {
  const found = [];
  for (const text of texts) {
    const begin = performance.now();
    const { rows } = await globalThis.finder.find(text, { limit });
    const took = performance.now() - begin;
    found.push([rows.map(({ id, spot }) => [id, spot?.url ?? ""]), took]);
  }
  return found;
}"""
BOX = "[data-md-component=search-query]"
RESULTS = ".md-search-result__link"
READ = """() => [...document.querySelectorAll(".md-search-result__link")].map((a) => a.href)"""
READY = ".md-search-result__meta"


@dataclass(frozen=True, slots=True)
class Hit:
    """What came of a query: the place of the SOP that was meant (-1: none), and of its step."""

    query: Query
    place: int
    has_step: bool


Found = Sequence[tuple[str, str]]
"""Rows: the SOP's id, and the address of its step."""


def judged(query: Query, rows: Found) -> Hit:
    """Look where the SOP is that was meant, and whether its row leads to the step."""
    places = [at for at, (name, _) in enumerate(rows) if name in query.sops]
    place = places[0] if places else -1
    mark = f"#step-{query.step}"
    return Hit(query, place, place >= 0 and rows[place][1].endswith(mark))


def share(hits: Sequence[Hit], counts: Callable[[Hit], bool]) -> float:
    """Give the share of hits that count."""
    return sum(map(counts, hits)) / len(hits) if hits else float("nan")


def line(name: str, hits: Sequence[Hit]) -> str:
    """Say in one line how often the first was right, one of the first three, and the step."""
    steps = [hit for hit in hits if hit.query.step]
    step = f"{share(steps, lambda hit: hit.has_step):8.2f}" if steps else f"{'':8}"
    first = share(hits, lambda hit: hit.place == 0)
    three = share(hits, lambda hit: 0 <= hit.place < TOP)
    return f"  {name:14}{len(hits):5}{first:8.2f}{three:8.2f}{step}"


def table(hits: Sequence[Hit]) -> Iterator[str]:
    """Give a line for each sort of queries, and for those by hand and those made."""
    yield f"  {'queries':14}{'n':>5}{'hit@1':>8}{'hit@3':>8}{'step':>8}"
    sorts = list(dict.fromkeys(hit.query.sort for hit in hits))
    for sort in sorts:
        yield line(sort, [hit for hit in hits if hit.query.sort == sort])
    yield line("by hand", [hit for hit in hits if hit.query.sort in HAND])
    yield line("mechanical", [hit for hit in hits if hit.query.sort not in HAND])


def asked(page: Page, texts: Sequence[str]) -> tuple[list[Found], list[float]]:
    """Ask the reader in the page; give the rows and the milliseconds of each."""
    found = page.evaluate(FIND, [list(texts), SHOWN])
    return [rows for rows, _ in found], [took for _, took in found]


def measured(browser: Browser, host: Host, wanted: Sequence[Query]) -> Iterator[str]:
    """Say how long it takes until the first answer, and what is loaded for it."""
    ready, first, sizes, files = [], [], [], []
    for query in wanted[:: max(1, len(wanted) // 12)]:
        page = browser.new_page()
        page.goto(host.address, wait_until="load")
        host.bytes_sent = host.files_sent = 0
        ready.append(page.evaluate(TIMED))
        first.append(asked(page, [query.text])[1][0])
        sizes.append(host.bytes_sent / 1024)
        files.append(host.files_sent)
        page.close()
    begun, answered = statistics.median(ready), statistics.median(first)
    yield f"  ready {begun:.0f} ms, first answer {answered:.0f} ms"
    yield (
        f"  first query, reader included: {statistics.median(sizes):.0f} KB in "
        f"{statistics.median(files):.0f} files; most {max(sizes):.0f} KB"
    )


def keys(page: Page, wanted: Sequence[Query]) -> Iterator[str]:
    """Type letter by letter: how long a warm key takes, how many keys to the top three."""
    took: list[float] = []
    needed = []
    for query in wanted:
        texts = [query.text[:end] for end in range(1, len(query.text) + 1)]
        asked(page, texts)
        found, times = asked(page, texts)
        took += times
        hits = (judged(query, rows).place for rows in found)
        needed.append(
            next((at for at, place in enumerate(hits, 1) if 0 <= place < TOP), len(texts))
        )
    p95 = statistics.quantiles(took, n=20)[-1]
    yield f"  keystroke, warm: median {statistics.median(took):.1f} ms, p95 {p95:.1f} ms"
    yield f"  keystrokes to the top three ({wanted[0].sort}): {statistics.mean(needed):.1f}"


def ours(found: Department, browser: Browser, count: int, *, build: bool) -> Iterator[str]:
    """Measure a site of ours."""
    wanted = list(queries(found, count))
    with tempfile.TemporaryDirectory(prefix="sopbook-bench-") as folder:
        root = Path(folder)
        cost = index_site(found, root)
        yield f"  index: {cost:.1f} CPU s; {_size(root / 'site')}"
        if build:
            whole = Path(folder, "built")
            whole.mkdir()
            yield f"  whole site: {built_site(found, whole):.0f} CPU s"
            root = whole
        else:
            yield "  (the index and the reader alone, no pages)"
        with served(root / "site") as host:
            yield from measured(browser, host, wanted)
            page = browser.new_page()
            page.goto(host.address, wait_until="load")
            page.evaluate(OPEN)
            rows, _ = asked(page, [query.text for query in wanted])
            yield from table([judged(*pair) for pair in zip(wanted, rows, strict=True)])
            for sort in ("few", "half"):
                yield from keys(page, [query for query in wanted if query.sort == sort][:12])
            if build:
                yield from typed(page, host, wanted)


def stock(found: Department, browser: Browser, count: int) -> Iterator[str]:
    """Measure Material's own search over the same words."""
    wanted = list(queries(found, count))
    with tempfile.TemporaryDirectory(prefix="sopbook-bench-") as folder:
        root = Path(folder)
        yield f"  whole site: {stock_site(found, root):.0f} CPU s"
        with served(root / "site") as host:
            yield from typed(browser.new_page(), host, wanted)


def typed(page: Page, host: Host, wanted: Sequence[Query]) -> Iterator[str]:
    """Type into the search box of a built site, and read what it shows."""
    page.goto(host.address, wait_until="load")
    host.bytes_sent = 0
    page.locator(BOX).click()
    page.wait_for_function(f"() => document.querySelector('{READY}')", timeout=60_000)
    hits = []
    took = []
    for query in wanted[::5]:
        shown, spent = page.evaluate(TYPE, query.text)
        took.append(spent)
        names = dict.fromkeys(Path(address.split("#")[0]).stem for address in shown)
        steps = {name: next((a for a in shown if f"/{name}.html#" in a), "") for name in names}
        rows = [(name, steps[name].replace(f"#{OWN_STEP}", f"#step-{OWN_STEP}")) for name in names]
        hits.append(judged(query, rows))
    yield (
        f"  typed into the box: first {took[0]:.0f} ms, then median "
        f"{statistics.median(took):.0f} ms; {host.bytes_sent / 1024:.0f} KB for all queries"
    )
    yield from table(hits)


TYPE = """async (text) => {
  const box = document.querySelector("[data-md-component=search-query]");
  const list = document.querySelector(".md-search-result__list");
  const begin = performance.now();
  let last = begin;
  const watch = new MutationObserver(() => { last = performance.now(); });
  watch.observe(list, { childList: true });
  box.value = text;
  box.dispatchEvent(new Event("keyup", { bubbles: true }));
  box.dispatchEvent(new Event("input", { bubbles: true }));
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  for (let at = 0; at < 400 && last === begin; at++) await wait(10);
  await wait(120);
  watch.disconnect();
  return [[...list.querySelectorAll("a.md-search-result__link")].map((a) => a.href), last - begin];
}"""


def _size(root: Path) -> str:
    files = list((root / "assets/sopbook/search").glob("*/*/*.js"))
    return f"{sum(file.stat().st_size for file in files) / 2**20:.1f} MB in {len(files)} files"


def arguments() -> argparse.Namespace:
    """Read what to measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    parser.add_argument("--queries", type=int, default=40, help="of each sort")
    parser.add_argument("--build", action="store_true", help="make the whole site")
    parser.add_argument("--stock", action="store_true", help="measure Material's own search, too")
    return parser.parse_args()


def main() -> None:
    """Measure each language at each size, one after the other."""
    wish = arguments()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for size in wish.sizes:
            for language in wish.languages:
                found = department(language, size)
                print(f"{language}, {size} SOPs: sopbook", flush=True)
                for text in ours(found, browser, wish.queries, build=wish.build):
                    print(text, flush=True)
                if wish.stock:
                    print(f"{language}, {size} SOPs: Material alone", flush=True)
                    for text in stock(found, browser, wish.queries):
                        print(text, flush=True)
        browser.close()


if __name__ == "__main__":
    main()
