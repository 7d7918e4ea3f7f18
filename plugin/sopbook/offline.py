"""What makes a site work without a server."""

from pathlib import Path


def search_as_script(site: Path) -> None:
    """Write the search index as a script, too: pages opened as files ask for that one."""
    index = site / "search/search_index.json"
    if index.exists():
        script = f"var __index={index.read_text(encoding='utf-8')}"
        index.with_suffix(".js").write_text(script, encoding="utf-8")
