"""The command as others start it: `python -m tests.site`. Source: design.md section 9."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import requests

from tests.site.running import free_port
from tests.site_checks.receiver import receiving

_ROOT = Path(__file__).resolve().parents[2]


def test_it_prints_addresses_installs_and_stops(tmp_path: Path) -> None:
    port, record = free_port(), tmp_path / "seen.jsonl"
    with receiving() as receiver:
        command = [
            sys.executable, "-m", "tests.site", "--port", str(port), "--app", receiver.url, "--issues", "3",
            "--record", str(record), "--latency-ms", "1", "--faults", "duplicate-webhooks", "slow:1",
        ]  # fmt: skip
        with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            lines = [process.stdout.readline().strip() for _ in range(4)]
            state = requests.get(f"http://127.0.0.1:{port}/_site/state", timeout=5).json()
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=10) == 0
    origin = f"http://127.0.0.1:{port}"
    assert lines == [f"Jira: {origin}/", f"Confluence: {origin}/wiki/", f"Install keys: {origin}/install-keys", "ready"]
    assert [call.body["productType"] for call in receiver.at("/installed")] == ["jira", "confluence"]
    assert len(state["issues"]) == 4
    assert json.loads(record.read_text("utf-8").splitlines()[0])["url"] == "/_site/state"


def test_an_unknown_fault_is_named() -> None:
    command = [sys.executable, "-m", "tests.site", "--port", "1", "--app", "http://x", "--faults", "gremlins"]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "unknown fault 'gremlins'" in done.stderr
