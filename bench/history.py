"""What the history of all files costs, against one `git log --follow` for each of them.

    python bench/history.py
    python bench/history.py --files 500 --commits 6000 --sample 500
    python bench/history.py --revision-date VENV/bin/python

The repository is made up and the same for the same seed: years of edits, renames, swaps, splits,
copies, merges, squashes, deletes and restores, names in four alphabets, hostile messages. All is
measured in one run, as CPU time, user plus system, of this process and of every git it starts.
`--follow` is run for a sample of the files, spread evenly, and its time multiplied; each sampled
list is compared with ours, and where they differ the reason is printed, as the maker knows it.

For the last column, VENV is one with `mkdocs` and `mkdocs-git-revision-date-localized-plugin` (of
no use to the project itself). The same pages are built with the plugin, which shows one date, and
without; what the plugin costs is the difference.
"""

import argparse
import gc
import re
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sopbook.history.follow import Files, follow
from sopbook.history.git_history import CACHE, History, read_history
from sopbook.history.git_log import Repository, find_repository, read_mainline
from sopbook.history.lack import Missing
from sopbook.history.settle import Settling
from sopbook.history.sops import histories_of
from tests.history.generated import Story, tell
from tests.history.repositories import environment, git

SEED = 2026
GOALS = {"one --follow a file": 100, "revision-date plugin": 50}
PLUGIN = "plugins: [git-revision-date-localized: {enable_git_follow: true}]\n"
FOLLOW = ("--follow", "--first-parent", "--diff-merges=first-parent", "--no-patch", "--format=%H")

_Result = TypeVar("_Result")


def cpu(work: Callable[[], _Result]) -> tuple[float, _Result]:
    """Run something, and give the seconds of CPU that it and what it started took."""
    before = _spent()
    result = work()
    return _spent() - before, result


def _spent() -> float:
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def read(top: Path, cache: Path | None = None) -> History:
    """Read a history as a build does."""
    history = read_history(top / "docs", cache)
    if not isinstance(history, History):
        sys.exit(f"No history: {history}")
    return history


def ours(story: Story, folder: Path) -> tuple[float, float, History]:
    """Measure ourselves: the lists alone, all that is known, and both kinds of warm."""
    gc.freeze()  # What made the repository is none of our cost.
    lists, files = cpu(lambda: _lists(story.top))
    cold, history = cpu(lambda: read(story.top))
    read(story.top, folder)
    warm, again = cpu(lambda: read(story.top, folder))
    git(story.top, "update-ref", "HEAD", "HEAD~1")
    read(story.top, folder)
    git(story.top, "update-ref", "HEAD", "main@{1}")
    more, same = cpu(lambda: read(story.top, folder))
    told, _ = cpu(lambda: histories_of(history.log, files, {path: (path,) for path in files.here}))
    size = (folder / CACHE).stat().st_size / 1e6
    print(f"the lists, one process    {lists:8.2f} s")
    print(
        f"all that is known of them {cold:8.2f} s   white space, ids on cards: two more processes"
    )
    print(
        f"  from the cache          {warm:8.2f} s   {_same(again, history)}; {size:.1f} MB on disk"
    )
    print(f"  and one commit more     {more:8.2f} s   {_same(same, history)}")
    print(f"told SOP by SOP           {told:8.2f} s")
    print(f"peak memory of Python     {_peak(story.top)}")
    return lists, cold, history


def _lists(top: Path) -> Files:
    """Do what `--follow` does, and no more: no contents of files are read."""
    repository = find_repository(top / "docs")
    line = read_mainline(repository) if isinstance(repository, Repository) else repository
    if isinstance(line, Missing):
        sys.exit(f"No history: {line}")
    return follow(Settling(lambda _: None).settle(line.commits))


def _peak(top: Path) -> str:
    """Measure the memory of a Python that reads a history, and does nothing else."""
    program = (
        "import sys; from pathlib import Path\n"
        "from sopbook.history.git_history import read_history\n"
        "read_history(Path(sys.argv[1]))\n"
        "print(Path('/proc/self/status').read_text())"
    )
    command = (sys.executable, "-c", program, str(top / "docs"))
    done = subprocess.run(command, capture_output=True, check=False, env=environment(), text=True)
    found = re.search(r"VmHWM:\s+(\d+) kB", done.stdout)
    return f"{int(found[1]) / 1024:8.0f} MiB" if found else "unknown: this is no Linux"


def _same(one: History, other: History) -> str:
    return "identical" if one.log == other.log and one.files == other.files else "DIFFERENT"


def theirs(story: Story, history: History, sample: int) -> float:
    """Measure `--follow` on a sample, and compare its lists with ours."""
    paths = sorted(history.files.here)
    some = paths[:: max(1, len(paths) // sample)]
    spent, lists = cpu(lambda: [_followed(story.top, path) for path in some])
    found = [tuple(e.commit.id for e in history.files.here[path].entries) for path in some]
    pairs = list(zip(some, lists, found, strict=True))
    differ = [path for path, git_list, our_list in pairs if git_list != our_list]
    wrong = [path for path in history.files.here if _ids(history, path) != story.truth[path]]
    whole = spent * len(paths) / len(some)
    of = f"{len(some)} of {len(paths)} files run" if len(some) < len(paths) else "every file"
    print(f"one --follow a file       {whole:8.2f} s   {of}; {len(differ)} lists differ:")
    for reasons, count in Counter(story.unseen[path] for path in differ).most_common():
        print(f"  {count:4}  {'; '.join(sorted(reasons)) or 'NOBODY KNOWS WHY'}")
    print(f"  our lists against the truth: {len(wrong)} of {len(paths)} wrong")
    return whole


def _ids(history: History, path: str) -> tuple[str, ...]:
    return tuple(entry.commit.id for entry in history.files.here[path].entries)


def _followed(top: Path, path: str) -> tuple[str, ...]:
    return tuple(git(top, "log", *FOLLOW, "--", f"docs/{path}").split())


def plugin(story: Story, python: Path) -> float:
    """Measure what the revision-date plugin adds to a build of the same pages."""
    with_it, without = (_build(story.top, python, settings) for settings in (PLUGIN, ""))
    print(f"revision-date plugin      {with_it - without:8.2f} s   one date a page")
    return with_it - without


def _build(top: Path, python: Path, settings: str) -> float:
    with tempfile.TemporaryDirectory() as site:
        config = Path(site) / "mkdocs.yml"
        theme = "site_name: x\ntheme: {name: null, custom_dir: theme}\n"
        config.write_text(f"{theme}docs_dir: {top / 'docs'}\n{settings}", encoding="utf-8")
        (Path(site) / "theme").mkdir()
        (Path(site) / "theme" / "main.html").write_text("{{ page.content }}", encoding="utf-8")
        command = (str(python), "-m", "mkdocs", "build", "-q", "-f", str(config))
        spent, _ = cpu(
            lambda: subprocess.run(command, check=True, env=environment(), capture_output=True)
        )
    return spent


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="What the history of all files costs.")
    parser.add_argument("--files", type=int, default=300, help="at the beginning; more come")
    parser.add_argument("--commits", type=int, default=11_700)
    parser.add_argument("--sample", type=int, default=100, help="files to run --follow for")
    parser.add_argument("--revision-date", type=Path, metavar="PYTHON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        story = tell(
            Path(folder) / "repository", seed=SEED, commits=options.commits, files=options.files
        )
        print(f"{len(story.truth)} files, {story.commits} commits\n")
        lists, cold, history = ours(story, Path(folder) / "cache")
        spent = {"one --follow a file": theirs(story, history, options.sample)}
        if options.revision_date:
            spent["revision-date plugin"] = plugin(story, options.revision_date)
    for name, other in spent.items():
        goal = f"goal: at least {GOALS[name]}x"
        print(f"{name}: {other / lists:.0f}x our lists, {other / cold:.0f}x all of ours ({goal})")


if __name__ == "__main__":
    main()
