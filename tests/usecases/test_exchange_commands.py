"""`northstar export` and `northstar import` as an operator runs them. Design section 9."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tasks.commands.main import main
from tests.usecases.world import World

TABLE = "record,key,name,project_key,starts_on,ends_on\ncycle,2026-Q4,Q4,,2026-10-01,2026-12-31\nteam,,Growth,GROW,,\n"


@pytest.fixture
def run(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """Run the command against the world's database."""
    monkeypatch.setenv("NORTHSTAR_DATABASE_URL", f"sqlite:///{tmp_path}/northstar.db")
    monkeypatch.setenv("NORTHSTAR_SECRET_KEYS", "a phrase that is long enough")
    monkeypatch.chdir(tmp_path)

    def command(*words: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(main, list(words), input=stdin)

    return command


def test_a_table_goes_in_and_a_document_comes_out(run: object, tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(TABLE)
    dry = run("import", "plan.csv", "--dry-run")  # type: ignore[operator]
    assert (dry.exit_code, dry.stdout.split(":")[0]) == (0, "would be added")
    done = run("import", "plan.csv")  # type: ignore[operator]
    assert done.stdout.startswith("added: 1 cycles, 1 teams")
    assert "2 stand there already" in run("import", "-", "--format", "csv", stdin=TABLE).stdout  # type: ignore[operator]
    written = json.loads(run("export", "--cycle", "2026-Q4").stdout)  # type: ignore[operator]
    assert [each["key"] for each in written["cycles"]] == ["2026-Q4"]
    run("export", "--format", "csv", "--output", "out.csv")  # type: ignore[operator]
    assert "team" in (tmp_path / "out.csv").read_text()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("plan.csv", TABLE.replace("2026-12-31", "soon"), "row 2, ends_on: Give a day"),
        ("plan.csv", "record,colour\n", "no column"),
        ("plan.json", "{", "not readable JSON"),
        ("plan.json", "{}", "no export of Northstar"),
    ],
)
def test_faults_end_the_command_with_one(run: object, tmp_path: Path, name: str, content: str, says: str) -> None:
    (tmp_path / name).write_text(content)
    failed = run("import", name)  # type: ignore[operator]
    assert failed.exit_code == 1
    assert says in failed.output


def test_a_file_or_a_project_but_not_both(run: object) -> None:
    assert run("import").exit_code == 2  # type: ignore[operator]
    assert "no cycle" in run("export", "--cycle", "1999").output  # type: ignore[operator]
