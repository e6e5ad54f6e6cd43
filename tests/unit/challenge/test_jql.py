"""What our JQL checker takes and refuses."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.challenge.jql import JqlInvalid, check

GOOD = [
    "project = GROW",
    'project = "GROW" AND (type = Bug OR type IN (Story, "New Feature")) AND NOT labels = x',
    "created >= -30d AND type = Bug",
    'status WAS "Done" AND statusCategory != Done',
    'status CHANGED FROM "Done" TO "Open" AFTER -4w BY currentUser()',
    "status WAS NOT IN (Open, Done) DURING (-4w, now())",
    "due < now() ORDER BY created DESC, priority",
    "resolution IS NOT EMPTY AND cf[10010] > 3",
    '"Story Points" >= 5 AND sprint IN openSprints()',
    'summary ~ "crash" ORDER BY key',
    "order by created",
]
BAD = [
    ("", "expected a field"),
    ("project", "expected an operator"),
    ("project = ", "expected a value"),
    ("project = A AND", "expected a field"),
    ("project = A type = B", "expected AND, OR or the end"),
    ("(project = A", "expected \\)"),
    ("colour = red", "no field colour"),
    ("created >= yesterday", "a date or a span"),
    ("votes > many", "compared with a number"),
    ("status > Open", "no order"),
    ("status ~ Open", "is no text"),
    ("labels WAS x", "cannot be asked"),
    ("sprint IN someSprints()", "no function"),
    ("resolution IS Done", "EMPTY"),
    ('summary ~ "open', "begins nothing"),
    ("(" * 60 + "project = A" + ")" * 60, "too many brackets"),
]


@pytest.mark.parametrize("query", GOOD)
def test_good_queries_are_taken(query):
    check(query)


@pytest.mark.parametrize(("query", "says"), BAD)
def test_bad_queries_are_refused_with_the_reason(query, says):
    with pytest.raises(JqlInvalid, match=says):
        check(query)


@given(st.text(max_size=200))
def test_any_text_is_taken_or_refused(text):
    with contextlib.suppress(JqlInvalid):
        check(text)


@pytest.mark.parametrize(
    "query",
    [
        "project = GROW ORDER BY created ASC",
        "status NOT IN (Open, Done)",
        "status WAS EMPTY",
        "resolution = EMPTY AND fixVersion != null",
        'assignee IN membersOf("a team")',
    ],
)
def test_rare_words_of_jql_are_taken(query):
    check(query)


def test_a_function_left_open_is_refused():
    with pytest.raises(JqlInvalid, match="expected \\), found the end"):
        check("assignee = membersOf(")
