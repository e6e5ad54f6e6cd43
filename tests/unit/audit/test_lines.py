"""The command's two shapes: JSON lines for programs, a report for people."""

import json
from typing import get_args

import pytest
from click.testing import CliRunner

from schemas.api.audit import KINDS, SEVERITIES, VERDICTS, Audit, AuditRequest
from service.domain.audit import Kind, Severity, Verdict
from service.domain.presets import PresetUnknown
from service.usecases.audit_lines import audit_lines
from service.usecases.audit_report import report_lines


def ask(*lines: object, **options: object) -> list[dict[str, object]]:
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    return list(audit_lines(lines=texts, **options))  # type: ignore[arg-type]


def test_a_line_in_a_line_out() -> None:
    first, second = ask({"kind": "kr", "text": "Ship the dark mode"}, "", {"kind": "objective", "text": "Be the best"})
    assert (first["verdict"], second["verdict"]) == ("task", "vague")
    assert Audit().validate(first) == {}


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("nonsense", None), ("[1]", None), ("[" * 100_000, None), ({"text": "x"}, "kind"), ({"kind": "epic", "text": "x"}, "kind"),
        ({"kind": ["kr"], "text": "x"}, "kind"),
        ({"kind": "kr"}, "text"), ({"kind": "kr", "text": 5}, "text"), ({"kind": "kr", "text": "x", "target": "5"}, "target"),
        ({"kind": "kr", "text": "x", "target": True}, "target"), ('{"kind": "kr", "text": "x", "target": 1e999}', "target"),
        ({"kind": "kr", "text": "x", "target": 10**400}, "target"),
        ({"kind": "kr", "text": "x", "due_on": "soon"}, "due_on"), ({"kind": "kr", "text": "x", "unit": 5}, "unit"),
    ],
)  # fmt: skip
def test_a_refused_line_names_the_field_and_the_others_go_on(line: object, field: str | None) -> None:
    refused, good = ask(line, {"kind": "kr", "text": "Cut churn from 5% to 3%"})
    error = refused["error"]
    assert isinstance(error, dict)
    assert (error["line"], error["field"]) == (1, field)
    assert error["message"]
    assert good["verdict"] == "good"


def test_fields_and_preset_of_a_line_count() -> None:
    text = "Launch the shop in three countries by end of Q2"
    asked = {"kind": "kr", "text": text}
    assert [answer["verdict"] for answer in ask(asked, {**asked, "preset": "seed5_generic"}, preset="methodiq")] == [
        "task",
        "good",
    ]
    with pytest.raises(PresetUnknown):
        ask(asked, preset="nobody")


def test_the_report_judges_a_plain_list() -> None:
    """T-13: the share of tasks and KPIs stands beside the benchmark."""
    report = list(
        report_lines(
            lines=["# Win back small shops\n", "\n", "- Ship the dark mode\n", "KR2: Cut churn from 5% to 3%\n"]
        )
    )
    assert report[0] == "[good] # Win back small shops"
    assert report[1] == "  [task] - Ship the dark mode"
    assert any(line.startswith("      → Raise [what people do or get with the dark mode]") for line in report)
    assert report[-1].startswith("3 texts: good 2, task 1. Key results that are tasks or KPIs: 50%")


def test_an_empty_report_says_what_to_do() -> None:
    assert list(report_lines(lines=["\n"])) == ["No text to judge: there is no objective and no key result here."]


def test_schema_words_are_the_domains() -> None:
    assert (set(KINDS), set(VERDICTS), set(SEVERITIES)) == (
        set(get_args(Kind)),
        set(get_args(Verdict)),
        set(get_args(Severity)),
    )
    assert AuditRequest().load({"kind": "kr", "text": "x"})["language"] == "en"
    assert AuditRequest().validate({"kind": "kr", "text": "x" * 65_537, "tagret": 1}).keys() == {"text", "tagret"}


def test_the_command() -> None:
    command = pytest.importorskip("tasks.commands.audit").audit
    runner = CliRunner()
    lines = json.dumps({"kind": "kr", "text": "Büro­umzug"}) + "\n" + "x\n"
    done = runner.invoke(command, ["--format", "jsonl"], input="\ufeff" + lines)
    assert done.exit_code == 1
    assert [set(json.loads(line)) for line in done.stdout.splitlines()] == [
        {"verdict", "findings", "rewrite"},
        {"error"},
    ]
    wrong = runner.invoke(command, ["--preset", "nobody"], input="Cut churn to 3%\n")
    assert wrong.exit_code == 1
    assert "nobody" in wrong.output
