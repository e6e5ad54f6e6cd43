"""Jira's values in our words."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError

from connect.outbound.adf import document
from connect.outbound.jira.people import _signable_chunks
from connect.outbound.jira.snapshots import instant, option_ids, snapshot
from connect.qsh import canonicals
from schemas.jira import Issue


def issue(**fields: Any) -> dict[str, Any]:
    """Return an issue as Jira sends it."""
    return {
        "id": "10042",
        "key": "GROW-7",
        "self": "https://a.atlassian.net/rest/api/3/issue/10042",
        "fields": {
            "summary": "Guests come back",
            "status": {"name": "In Arbeit", "statusCategory": {"key": "indeterminate", "id": 4}},
            "project": {"key": "GROW", "id": "1"},
            "issuetype": {"name": "Initiative", "hierarchyLevel": 1},
            "updated": "2026-11-22T10:00:00.123+0100",
            **fields,
        },
    }


def read(*field_ids: str, properties: dict[str, Any] | None = None, **fields: Any) -> Any:
    return snapshot(Issue().load(issue(**fields) | {"properties": properties or {}}), field_ids=field_ids)


def test_an_issue_is_read_by_what_it_is_not_by_its_words() -> None:
    read_issue = read(parent={"id": 77, "key": "GROW-1"})
    assert read_issue.category == "indeterminate"
    assert read_issue.type_level == 1
    assert read_issue.parent_id == "77"
    assert read_issue.updated_at == datetime(2026, 11, 22, 9, 0, 0, 123000, tzinfo=UTC)


def test_custom_fields_are_told_apart_by_their_values() -> None:
    read_issue = read("n", "o", "e", "t", "m", "b", n=7, o=[{"id": 3, "value": "KR"}], e=None, t="text", b=True)
    assert read_issue.numbers == {"n": 7.0, "e": None}
    assert read_issue.options == {"o": (3,), "e": ()}


def test_fields_nobody_asked_for_are_left_out() -> None:
    assert read(n=7).numbers == {}


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        ([{"id": 1}, {"id": "2"}], (1, 2)),
        ([3, "4"], (3, 4)),
        ([{"value": "x"}, {"id": "abc"}, None, "x"], ()),
        (None, ()),
        ([], ()),
    ],
)
def test_option_ids_in_every_form_a_site_shows_them(value: Any, ids: tuple[int, ...]) -> None:
    assert option_ids(value) == ids


def test_properties_that_are_no_objects_are_left_out() -> None:
    assert read(properties={"a": {"x": 1}, "b": 5}).properties == {"a": {"x": 1}}


@pytest.mark.parametrize("key", ["undefined", "new"])
def test_a_status_nobody_categorised_is_new(key: str) -> None:
    assert read(status={"name": "x", "statusCategory": {"key": key}}).category == "new"


@pytest.mark.parametrize(
    "fields",
    [
        {"summary": None},
        {"status": {"name": "x"}},
        {"status": {"name": "x", "statusCategory": {"key": "strange"}}},
        {"updated": "yesterday"},
        {"updated": "2026-11-22T10:00:00"},
        {"issuetype": None},
    ],
)
def test_an_issue_of_another_shape_is_an_error_and_not_a_guess(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        read(**fields)


def test_instants_are_utc() -> None:
    assert instant("2026-11-22T10:00:00.000-0330") == datetime(2026, 11, 22, 13, 30, tzinfo=UTC)


@given(st.text(max_size=60))
def test_a_description_holds_what_was_written(words: str) -> None:
    def texts(node: dict[str, Any]) -> str:
        return node.get("text", "") + "".join(texts(child) for child in node.get("content", []))

    assert "".join(texts(document(words)).split()) == "".join(words.split())


@given(st.lists(st.text("0123456789:-abc", min_size=1, max_size=8), max_size=40))
def test_people_are_asked_for_in_addresses_with_one_canonical_form(account_ids: list[str]) -> None:
    chunks = [list(chunk) for chunk in _signable_chunks(account_ids)]
    assert sorted(one for chunk in chunks for one in chunk) == sorted(set(account_ids))
    for chunk in chunks:
        assert len(canonicals("GET", "/?" + "&".join(f"accountId={one}" for one in chunk))) == 1
