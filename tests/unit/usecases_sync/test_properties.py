"""What Northstar writes into Jira's properties. Design section 5."""

from service.usecases.sync.properties import initiative_property, moved_key_results, percent, says_the_same


def test_percent_has_one_decimal_and_knows_nothing() -> None:
    assert [percent(share) for share in (None, 0.0, 1 / 3, 1.0)] == [None, 0.0, 33.3, 100.0]


def test_an_initiative_says_whom_it_serves_and_their_mean() -> None:
    both = initiative_property(key_result_ids=["b", "a"], progress={"a": 0.2, "b": 0.5})
    assert both == {"key_results": ["a", "b"], "progress_percent": 35.0}
    assert initiative_property(key_result_ids=["a", "b"], progress={"a": 0.2, "b": None})["progress_percent"] == 20.0
    assert initiative_property(key_result_ids=["b"], progress={"b": None}) == {"key_results": ["b"]}
    assert initiative_property(key_result_ids=[], progress={}) == {"key_results": []}


def test_a_revision_alone_is_no_reason_to_write() -> None:
    assert says_the_same({"a": 1.0, "rev": 3}, {"a": 1, "rev": 9})
    assert not says_the_same({"a": 1, "rev": 3}, {"a": 2, "rev": 3})
    assert not says_the_same(None, {})


def row(id: str, progress: float | None) -> dict[str, object]:
    return {"id": id, "progress_percent": progress}


def test_key_results_that_moved_came_or_went() -> None:
    before = {"key_results": [row("same", 1.0), row("moved", 1.0), row("gone", 1.0), row("empty", None)]}
    after = {"key_results": [row("same", 1.0), row("moved", 2.0), row("new", None), row("empty", None)]}
    assert moved_key_results(before, after) == {"moved", "gone", "new"}
    assert moved_key_results(None, after) == {"same", "moved", "new", "empty"}
    assert moved_key_results({"key_results": "somebody else's"}, after) == {"same", "moved", "new", "empty"}
