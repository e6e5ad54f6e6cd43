"""A recording is JSON lines for every reader: no character of a body may look like the end of a line."""

import json
from pathlib import Path

from tests.site.recording import Recorder


def test_a_body_cannot_break_a_line(tmp_path: Path) -> None:
    file = tmp_path / "requests.jsonl"
    recorder = Recorder(file)
    entry = {"method": "PUT", "url": "/x", "headers": {}, "body": "a\x85b\u2028c\x1cd\ne", "status": 200}
    recorder.add(entry, caller="app")
    recorder.close()
    (line,) = file.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["body"] == entry["body"]
