"""What the tests of real repositories share."""

import os
from pathlib import Path

import pytest

from tests.history.repositories import Made, make


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever this machine's git is set to, the tests see plain git."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """An empty repository."""
    return make(tmp_path / "repository")
