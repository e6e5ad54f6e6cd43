"""The site's command: `python -m tests.site --port P --app URL`. Not here: the site itself."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
import time
from pathlib import Path
from types import FrameType

from tests.site import lifecycle
from tests.site.config import SiteConfig
from tests.site.faults import EVERY, Faults
from tests.site.running import running
from tests.site.state import Site

_INSTALL_RETRY_S = 0.5


def main(arguments: list[str] | None = None) -> int:
    """Serve the site, install the app as soon as it answers, and run until stopped."""
    config = _config(arguments)
    stopped = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.set()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    with running(config) as site:
        print(f"Jira: {site.config.origin}/", flush=True)
        print(f"Confluence: {site.config.base_url('confluence')}/", flush=True)
        print(f"Install keys: {site.config.origin}/install-keys", flush=True)
        if _install(site, stopped):
            print("ready", flush=True)
        stopped.wait()
    return 0


def _install(site: Site, stopped: threading.Event) -> bool:
    last = ""
    while not stopped.is_set():
        try:
            lifecycle.install(site)
        except lifecycle.InstallFailed as error:
            if str(error) != last:
                last = str(error)
                print(f"not installed yet: {last}", file=sys.stderr, flush=True)
            time.sleep(_INSTALL_RETRY_S)
        else:
            return True
    return False


def _config(arguments: list[str] | None) -> SiteConfig:
    parser = argparse.ArgumentParser(prog="python -m tests.site", description="A small Atlassian Cloud site.")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--app", required=True, metavar="URL", help="base URL of the app to install")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--latency-ms", type=int, default=0, help="delay of every API answer")
    parser.add_argument("--issues", type=int, default=20, help="plain issues of the small site")
    parser.add_argument("--record", type=Path, metavar="FILE", help="append every request as a JSON line")
    faults = f"NAME[:N|:1/N] of {', '.join(EVERY)}"
    parser.add_argument("--faults", nargs="*", default=[], metavar="NAME", help=faults)
    parser.add_argument("--company", action="store_true", help="fill in the demo company")
    parser.add_argument("--webhook-retry-s", type=float, default=300.0)
    parser.add_argument("--points-per-hour", type=int, default=65_000)
    parser.add_argument("--beta-headers", action="store_true", help="prefix the quota headers with Beta-")
    chosen = parser.parse_args(arguments)
    try:
        Faults(tuple(chosen.faults))
    except ValueError as error:
        parser.error(f"--faults: {error}")
    return SiteConfig(
        port=chosen.port, app_url=chosen.app.rstrip("/"), host=chosen.host, latency_ms=chosen.latency_ms,
        issues=chosen.issues, record=chosen.record, faults=tuple(chosen.faults), company=chosen.company,
        webhook_retry_s=chosen.webhook_retry_s, points_per_hour=chosen.points_per_hour,
        beta_headers=chosen.beta_headers,
    )  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
