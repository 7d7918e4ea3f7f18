"""A department of one SOP, and the machine as nobody's CI."""

from pathlib import Path

import pytest

from tests.unit.cli.started import GOOD, ORGANISATION


@pytest.fixture(autouse=True)
def _no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where these tests themselves run under GitHub Actions, they are not to write to it."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the docs folder `sops`, and stand beside it."""
    sops = tmp_path / "sops"
    (sops / "calls").mkdir(parents=True)
    (sops / "organisation.yml").write_text(ORGANISATION, encoding="utf-8")
    (sops / "calls/call.workflow.yml").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return sops
