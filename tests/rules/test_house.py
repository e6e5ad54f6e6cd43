"""The house guards itself: sizes, names, purity, and who may say what. Source: design section 4."""

import ast
import re
from pathlib import Path

import pytest

from tests.rules.places import ROOMS, ROOT, name, sources

MAX_LINES = 300
MAX_TEST_LINES = 450  # tables worked by hand may be long
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
CLOCKS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "monotonic"),
}


@pytest.mark.parametrize("path", list(sources(*ROOMS, "tests")), ids=name)
def test_files_are_small_and_named_after_what_they_hold(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES, f"{name(path)}: name it after its noun or verb"
    lines = len(path.read_text().splitlines())
    most = MAX_TEST_LINES if path.name.startswith("test_") else MAX_LINES
    assert lines <= most, f"{name(path)} has {lines} lines: make it a package"


@pytest.mark.parametrize("path", list(sources("service/domain")), ids=name)
def test_the_domain_has_no_clock_and_no_chance(path: Path) -> None:
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert (node.value.id, node.attr) not in CLOCKS, (
                f"{name(path)}:{node.lineno} reads the clock; pass `now` in"
            )


@pytest.mark.parametrize("path", list(sources()), ids=name)
def test_only_the_outbound_room_knows_addresses_of_atlassian(path: Path) -> None:
    if name(path).startswith("connect/outbound/"):
        return
    text = path.read_text()
    for needle in ("rest/api", '"wiki/', "'wiki/"):
        assert needle not in text, f"{name(path)} knows an Atlassian address; that belongs to connect/outbound/"


@pytest.mark.parametrize("path", list(sources()), ids=name)
def test_only_settings_and_the_commands_read_the_environment(path: Path) -> None:
    if name(path) in {"service/settings.py", "tasks/commands/environment.py"}:
        return
    assert not re.search(r"os\.(environ|getenv)", path.read_text()), f"{name(path)} reads the environment"


@pytest.mark.parametrize("path", list(sources()), ids=name)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    if path.read_text().strip():
        assert ast.get_docstring(ast.parse(path.read_text())), f"{name(path)} has no docstring"


@pytest.mark.parametrize("path", list(sources("service", suffix=".html")), ids=name)
def test_pages_have_no_inline_style_or_script(path: Path) -> None:
    """Forge's content policy, and ours. Source: design section 8."""
    text = path.read_text()
    assert not re.search(r"\sstyle=", text), f"{name(path)} has an inline style"
    assert not re.search(r"\son[a-z]+=", text), f"{name(path)} has an inline handler"
    for tag in re.findall(r"<script[^>]*>", text):
        assert "src=" in tag, f"{name(path)} has an inline script"
    assert "<style" not in text, f"{name(path)} has an inline style sheet"


@pytest.mark.parametrize("path", list(sources("service/usecases")), ids=name)
def test_use_cases_take_keywords_only(path: Path) -> None:
    if path.stem in {"__init__", "needs"} or path.parent.name != "usecases":
        return
    functions = [node for node in ast.parse(path.read_text()).body if isinstance(node, ast.FunctionDef)]
    for function in functions:
        if not function.name.startswith("_"):
            assert len(function.args.args) <= 1, f"{name(path)}: {function.name} takes positional arguments"


def test_no_test_is_skipped_by_hand() -> None:
    """A test that may not run says why, in one place: the shared folder that lies beside some checkouts only."""
    found = [
        f"{name(path)}:{number}"
        for path in sources("tests")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(r"pytest\.(skip|mark\.(skip|xfail))", line) and path.name not in {"shared.py", "test_house.py"}
    ]
    assert found == []


def test_nothing_of_this_machine_is_written_down() -> None:
    for path in (
        *sources(*ROOMS, "tests", "deploy", "docs"),
        *sources("docs", "deploy", suffix=".md"),
        ROOT / "README.md",
    ):
        assert not re.search(r"(?<![\w.])/(work|farm)/", path.read_text()), f"{name(path)} names a path of one machine"
