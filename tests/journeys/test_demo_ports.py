"""`make demo` where a port is taken: it says which one and what to do, at once."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.places import ROOT
from tests.site.running import free_port


@pytest.mark.parametrize(("option", "word"), [("--port", "PORT"), ("--site-port", "SITE_PORT")])
def test_a_taken_port_is_named_with_the_way_out(tmp_path: Path, option: str, word: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        free = "--site-port" if option == "--port" else "--port"
        ports = [option, str(taken), free, str(free_port())]
        ended = subprocess.run(
            [sys.executable, "-m", "tests.demo", *ports, "--folder", str(tmp_path / "new")],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    assert ended.returncode == 1
    assert f"Port {taken} is in use" in ended.stderr
    assert f"make demo {word}=" in ended.stderr
    assert "Traceback" not in ended.stderr
