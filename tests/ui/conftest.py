"""A real index of BC-14/21, the real page over it, and a real browser."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOOPBACK = ROOT / "tests" / "ui" / "loopback.py"
CHROMIUM = Path(os.environ.get("DECISIONS_CHROMIUM", "/usr/bin/chromium"))
CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def run() -> Any:
    """Run the command line as its own process; gives its `subprocess.CompletedProcess`."""

    def run(*words: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "ui.cli.main", *map(str, words)]
        settings: dict[str, Any] = {"cwd": ROOT, "timeout": 120, "encoding": "utf-8", **options}
        return subprocess.run(command, capture_output=True, check=False, **settings)

    return run


@pytest.fixture
def cli(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run the command line in this process, its assistant kept, as loading models takes long."""
    import assistant.assistant as room
    from ui.cli.main import main

    monkeypatch.setattr(room, "open_assistant", _kept)

    def cli(*words: str | Path) -> subprocess.CompletedProcess[str]:
        capfd.readouterr()
        status = main([*map(str, words)])
        out, err = capfd.readouterr()
        return subprocess.CompletedProcess(words, status, out, err)

    return cli


@cache
def _assistant(index: Path) -> Any:
    from assistant.assistant import Assistant
    from ingest.settings import load_settings

    return Assistant(load_settings(index))


def _kept(settings: Any) -> Any:
    return _assistant(settings.index)


@pytest.fixture(scope="session")
def index(run: Any, seed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the shipped decision, made by the command line."""
    folder = tmp_path_factory.mktemp("ui") / "index"
    done = run("ingest", seed, "--index", folder)
    assert done.returncode == 0, done.stderr
    return folder


@dataclass
class Served:
    """The page as it runs: its address, and where what left this machine is written."""

    address: str
    log: Path
    outside: list[str] = field(default_factory=list)  # what browsers asked of the outside

    @property
    def left_this_machine(self) -> str:
        """What the server tried to reach; empty as it should be."""
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""


@pytest.fixture(scope="session")
def served(index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`decisions serve` over the index, in a process whose sockets are watched."""
    log = tmp_path_factory.mktemp("net") / "outside.log"
    command = [sys.executable, str(LOOPBACK), str(log)]
    command += ["serve", "--port", "0", "--index", str(index)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stderr is not None
        said = []
        for line in process.stderr:
            said.append(line)
            if "ready at " in line:
                break
        else:
            pytest.fail(f"the page did not start: {''.join(said)}")
        yield Served(line.split("ready at ")[1].split()[0], log)
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, without a window."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        message = f"no browser at {CHROMIUM}: install chromium or set DECISIONS_CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Any, served: Served) -> Iterator[Any]:
    """Open the page in a window of its own; gives a `playwright` page, ready to type in."""
    contexts = []

    def open_page(width: int = 1280, height: int = 800, **options: Any) -> Any:
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)  # models load with the first question
        page.on("request", lambda request: _note(request.url, served))
        page.goto(served.address)
        page.wait_for_selector("#question textarea")
        page.wait_for_selector(".example")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def laptop(chromium: Any, served: Served) -> Iterator[Any]:
    """One window that several tests use in turn."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    page.set_default_timeout(60_000)  # models load with the first question
    page.on("request", lambda request: _note(request.url, served))
    page.goto(served.address)
    page.wait_for_selector(".example")
    yield page
    context.close()


@pytest.fixture
def page(laptop: Any) -> Any:
    """The page on a laptop, with nothing asked yet."""
    laptop.keyboard.press("Escape")
    if laptop.locator("#again").is_visible():
        laptop.click("#again")
        laptop.wait_for_selector(".example", state="visible")
    laptop.fill("#question textarea", "")
    return laptop


def _note(url: str, served: Served) -> None:
    if not url.startswith((served.address, "data:", "blob:")):
        served.outside.append(url)
