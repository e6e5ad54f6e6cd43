"""Corners of JQL: what is refused, where, and what is read all the same."""

import pytest

from service.domain.queries.parse import parse
from service.domain.queries.tree import atoms
from service.domain.queries.write import write


def test_every_clause_is_found_below_brackets() -> None:
    tree = parse("project = A AND (status = Done OR NOT (labels = x AND assignee IS EMPTY))")
    assert [each.field for each in atoms(tree)] == ["project", "status", "labels", "assignee"]


@pytest.mark.parametrize(
    ("jql", "said"),
    [
        ("project =", "expected a value"),
        ("= A", "expected a field"),
        ("project A", "expected an operator"),
        ("project not A", "expected IN"),
        ("project in (A, B", "expected )"),
        ("assignee in membersOf(", "expected )"),
        ("(" * 200 + "a = b" + ")" * 200, "too many brackets"),
    ],
)
def test_a_refusal_names_what_was_expected(jql: str, said: str) -> None:
    with pytest.raises(Exception, match=said.replace("(", r"\(").replace(")", r"\)")) as refused:
        parse(jql)
    assert refused.value.field == "jql"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("jql", "written"),
    [
        ("assignee is EMPTY", "assignee IS EMPTY"),
        ("assignee is not null", "assignee IS NOT EMPTY"),
        ("status was not in (Open, Done)", 'status WAS NOT IN ("Open", "Done")'),
        ("status was Done after -1w", 'status WAS IN ("Done") AFTER "-1w"'),
        ("created >= startOfDay(-7d)", 'created >= startofday("-7d")'),
        ("not not project = A", 'project IN ("A")'),
    ],
)
def test_what_is_read_can_be_written_and_read_again(jql: str, written: str) -> None:
    tree = parse(jql)
    assert write(tree) == written
    assert parse(written) == tree


@pytest.mark.parametrize(
    ("jql", "written"),
    [
        ("status changed", "status CHANGED"),
        ("not status changed after -1w", 'NOT status CHANGED AFTER "-1w"'),
        ('assignee in membersOf("a team", "b")', 'assignee IN (membersof("a team", "b"))'),
    ],
)
def test_changes_and_calls_with_several_arguments_are_written(jql: str, written: str) -> None:
    tree = parse(jql)
    assert write(tree) == written
    assert parse(written) == tree


def test_a_second_clause_needs_a_joint() -> None:
    with pytest.raises(Exception, match="expected AND, OR or the end, found 'status'"):
        parse("project = A status = B")
