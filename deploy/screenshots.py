"""Takes the README's pictures: starts a demo of its own and writes docs/images/{home,epic,confluence}.png, light, 1360 px wide.

Run it with `.venv/bin/python deploy/screenshots.py` after `make setup services` (as a make target: `pictures: setup services`).
Needs Chromium, which `make services` installs, and about a minute.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
NAMES = {"Northstar": "home", "Jira": "epic", "Confluence": "confluence"}
WIDTH, HEIGHT = 1360, 1000
SETTLE_MS = 4000


def main() -> int:
    """Take every picture."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("There is no Chromium; `make services` installs it.", file=sys.stderr)
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with _demo() as addresses, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for said, name in NAMES.items():
            _take(browser, addresses[said], IMAGES / f"{name}.png")
        browser.close()
    return 0


@contextmanager
def _demo() -> Iterator[dict[str, str]]:
    """Run a demo in a folder of its own and yield the addresses it prints."""
    with tempfile.TemporaryDirectory() as folder:
        ports = ["--port", str(_free_port()), "--site-port", str(_free_port())]
        command = [sys.executable, "-m", "tests.demo", *ports, "--folder", folder]
        demo = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        try:
            addresses: dict[str, str] = {}
            for line in demo.stdout or ():
                name, _, address = line.strip().partition(": ")
                if name in NAMES:
                    addresses[name] = address
                if name == "ready":
                    break
            else:
                raise SystemExit("The demo ended before it was ready.")
            yield addresses
        finally:
            demo.terminate()
            demo.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _take(browser: Browser, address: str, file: Path) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
    page.goto(address)
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=file)
    page.close()
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1024} KB", flush=True)


if __name__ == "__main__":
    sys.exit(main())
