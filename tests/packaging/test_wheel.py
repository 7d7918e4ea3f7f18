"""The wheel holds what it needs and nothing stale, and builds the demo where no tree is near."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.strictly import strictly

SHIPPED = {"plugin/sopbook": "sopbook", "site_templates": "sopbook/site_templates"}


def run(*command: str | Path, cwd: Path) -> str:
    """Run a program without our tree on its path; return what it says."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=env | {"NO_MKDOCS_2_WARNING": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(target: str, source: Path, to: Path) -> Path:
    """Build an sdist or a wheel with the locked backend; nothing is fetched."""
    run(sys.executable, "-m", "hatchling", "build", "--target", target, "-d", to, cwd=source)
    (built,) = to.iterdir()
    return built


@pytest.fixture(scope="module")
def sdist(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", project, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", project, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a new environment: the wheel, and what the lock file brings, but not our tree.

    The test environment's packages are borrowed through a path file. Path files that lie there
    are not followed, so the editable install stays out of sight.
    """
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False)
    places = sysconfig.get_paths(
        "venv" if os.name != "nt" else "nt_venv", {"base": str(home), "platbase": str(home)}
    )
    borrowed = sysconfig.get_paths()["purelib"]
    (Path(places["purelib"]) / "borrowed.pth").write_text(f"{borrowed}\n", encoding="utf-8")
    program = Path(places["scripts"]) / "python"
    pip = (sys.executable, "-m", "pip", "--python", program, "install", "--quiet", "--quiet")
    run(*pip, "--no-deps", "--no-index", wheel, cwd=home)
    return program


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def expected(project: Path) -> Iterator[str]:
    """Every tracked or new file of the shipped folders, by its name in the wheel."""
    listing = run("git", "ls-files", "-co", "--exclude-standard", *SHIPPED, cwd=project)
    for name in listing.splitlines():
        for folder, room in SHIPPED.items():
            if name.startswith(f"{folder}/") and (project / name).exists():
                yield room + name.removeprefix(folder)


def test_wheel_holds_the_tree_and_nothing_else(project: Path, wheel: Path) -> None:
    assert names(wheel) == set(expected(project))


def test_sdist_makes_the_same_wheel(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    again = build("wheel", source, tmp_path / "wheel")
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(again) as other:
        assert {it.filename: it.CRC for it in one.infolist()} == {
            it.filename: it.CRC for it in other.infolist()
        }


def test_sdist_holds_no_rubbish(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        tops = {name.split("/")[1] for name in archive.getnames()}
    assert not tops & {".venv", ".cache", ".git", "site", "dist"}
    assert not [name for name in tops if name.startswith(".site")]


def test_installed_from_the_wheel(python: Path, project: Path, tmp_path: Path) -> None:
    where = run(python, "-c", "import sopbook; print(sopbook.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(python.parent.parent)
    site = tmp_path / "site"
    build = ("-m", "mkdocs", "build", *strictly(project))
    run(python, *build, "--config-file", project / "mkdocs.yml", "--site-dir", site, cwd=tmp_path)
    assert (site / "index.html").is_file()
    assert [name for name in site.rglob("*.css") if name.is_relative_to(site / "assets/sopbook")]


def test_a_site_from_nothing(python: Path, tmp_path: Path) -> None:
    """The five-minute start: a new SOP from the wheel's own skeleton, checked and published."""
    sopbook = python.with_name("sopbook")
    run(sopbook, "new", "first-call", cwd=tmp_path)
    run(sopbook, "check", cwd=tmp_path)
    (tmp_path / "sops/index.md").write_text("# Hello\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Mine\ndocs_dir: sops\ntheme: {name: material, font: false}\n"
        "plugins: [search, sopbook]\n",
        encoding="utf-8",
    )
    run(python, "-m", "mkdocs", "build", "--strict", cwd=tmp_path)
    assert (tmp_path / "site/first-call/index.html").is_file()
    assert not list((tmp_path / "site").rglob("*.workflow.yml"))
