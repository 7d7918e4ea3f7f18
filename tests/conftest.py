"""What all tests share: the demo department's site, built once a run."""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from jinja2 import Environment

from tests.compiled import Compiled
from tests.strictly import strictly

PROJECT = Path(__file__).resolve().parent.parent
# How fast it is here says nothing about what is right: speed is measured in `bench/`.
settings.register_profile("sopbook", deadline=None)
settings.load_profile("sopbook")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a site that was built elsewhere be tested: `pytest --site site tests/e2e`."""
    parser.addoption("--site", type=Path, help="a built site to test, instead of building the demo")


def build_strictly(project: Path, site: Path) -> None:
    """Build a project's site as `make site` does, and fail with what the builder said."""
    command = (
        sys.executable, "-m", "mkdocs", "build", *strictly(project), "--site-dir", str(site)
    )  # fmt: skip
    done = subprocess.run(
        command,
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        pytest.fail(f"The site of {project} does not build strictly:\n{done.stderr}", pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def compiled() -> Iterator[None]:
    """Compile no template twice. What tests start as a program compiles its own."""
    kept = partialmethod(Environment.__init__, bytecode_cache=Compiled())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "__init__", kept)
        yield


@pytest.fixture(scope="session")
def project() -> Path:
    """The top of the project."""
    return PROJECT


@pytest.fixture(scope="session")
def demo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built demo. Two workers share one build: the first builds, the second waits."""
    given: Path | None = request.config.getoption("--site")
    if given is not None:
        return given.resolve()
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    site, tried = shared / "demo", shared / "demo.tried"
    with FileLock(shared / "demo.lock"):
        if not tried.exists():
            tried.touch()
            build_strictly(PROJECT, shared / "demo.new")
            (shared / "demo.new").rename(site)
    if not site.exists():
        pytest.fail("The demo did not build; the first test that needs it says why.", pytrace=False)
    return site
