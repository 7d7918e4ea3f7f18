"""Sites for bench/search.py, and a host that packs and counts what it serves, as hosts do."""

import gzip
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml

from bench.departments import Department
from sopbook import assets
from sopbook.core.names import Names
from sopbook.core.reading import read_library
from sopbook.docs_folder import read_folder
from sopbook.pages.feeds.feed import Whereabouts
from sopbook.pages.finding.finding import finding_files
from sopbook.pages.site import site

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>
<link rel="icon" href="data:,"><script src="assets/sopbook/base.js"></script></head></html>
"""


def index_site(found: Department, root: Path) -> float:
    """Write the index and a page with the reader, without any other page; give the CPU seconds."""
    found.write(root / "sops")
    sources, _, others = read_folder(root / "sops")
    reading = read_library(sources, others)
    names = Names(reading.library, assets.words("en"))
    begin = time.process_time()
    place = Whereabouts("Bench", {}, in_folders=False, language=found.language)
    files = dict(finding_files(site(names), reading.pages.values(), {}, place))
    cost = time.process_time() - begin
    shipped = {path: file.read_text(encoding="utf-8") for path, file in assets.static_files()}
    for path, text in (shipped | files | {"index.html": PAGE}).items():
        file = root / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return cost


def built_site(found: Department, root: Path) -> float:
    """Build the whole site with the host; give the CPU seconds."""
    found.write(root / "sops")
    return _built(root, found.language, ["search", "sopbook"], "sops")


def stock_site(found: Department, root: Path) -> float:
    """Build the same texts as plain Material does; give the CPU seconds."""
    found.write_plain(root / "docs")
    return _built(root, found.language, ["search"], "docs")


def _built(root: Path, language: str, plugins: list[str], docs: str) -> float:
    settings: dict[str, Any] = {
        "site_name": "Bench",
        "docs_dir": docs,
        "use_directory_urls": False,
        "plugins": plugins,
        "theme": {
            "name": "material",
            "font": False,
            "language": language,
            "features": ["navigation.prune"],
        },
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    command = (sys.executable, "-m", "mkdocs", "build", "--site-dir", "site")
    with (root / "log").open("w") as log:
        env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        process = subprocess.Popen(command, cwd=root, env=env, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit((root / "log").read_text())
    return usage.ru_utime + usage.ru_stime


class Host:
    """A host at `address`, and what it sent since its counts were set to 0."""

    def __init__(self, address: str) -> None:
        """Count from nothing."""
        self.address = address
        self.bytes_sent = 0
        self.files_sent = 0


class _Packing(SimpleHTTPRequestHandler):
    """Serves files as static hosts do: text is packed."""

    host: Host
    _packed: dict[str, bytes] = {}  # noqa: RUF012 - shared by all requests

    def do_GET(self) -> None:
        """Send one file."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        data = self._packed.get(str(path)) or gzip.compress(path.read_bytes(), 6, mtime=0)
        self._packed[str(path)] = data
        self.host.bytes_sent += len(data)
        self.host.files_sent += 1
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(root: Path) -> Iterator[Host]:
    """Serve a folder."""
    handler = type("Handler", (_Packing,), {"_packed": {}})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(root))) as server:
        handler.host = Host(f"http://127.0.0.1:{server.server_port}/")  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield handler.host  # type: ignore[attr-defined]
        server.shutdown()
