"""Queries that ask the same have one spelling; queries that do not, do not. Source: requirements 2.5, *Tests*."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.challenge.jql import JqlInvalid
from service.domain.queries import Atom, Both, Either, Node, canonical, parse, write
from service.domain.queries.tree import negated

FIELDS = {"story points": "customfield_10016", "estimate": "customfield_10016"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("project = SHOP AND type = Bug", "type = Bug AND project = SHOP"),
        ("project = SHOP AND type = Bug", 'issuetype in ("bug") and PROJECT = "shop" ORDER BY created DESC'),
        ("status = A OR status = B", "status in (B, A, A)"),
        ("status != A AND status != B", "NOT (status = A OR status = B)"),
        ("project = S AND (status = A OR status = B)", "(status = B AND project = S) OR (project = S AND status = A)"),
        ("resolution = EMPTY", "resolution is null"),
        ("project = S && type = Bug || !(a = b)", "a != b OR (type = Bug AND project = S)"),
        ('"Story points" > 3', "cf[10016] > 3.0"),
        ('"Story points" > 3', '"Estimate[Number]" > 3'),
        ("created >= -30d", "createdDate >= '-30d'"),
        ('status WAS Open AFTER "2026/01/01" BY bo', "status was in (open) by bo after 2026-01-01"),
    ],
)
def test_the_same_question_has_one_spelling(one: str, other: str) -> None:
    assert canonical(one, field_ids=FIELDS) == canonical(other, field_ids=FIELDS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("project = SHOP", "project != SHOP"),
        ("project = SHOP AND type = Bug", "project = SHOP OR type = Bug"),
        ("created >= -30d", "created >= -31d"),
        ("created >= -1M", "created >= -1m"),
        ("cf[10016] > 3", "cf[10017] > 3"),
        ("cf[10016] > 3", "cf[10016] >= 3"),
        ("assignee = currentUser()", 'assignee = "currentUser"'),
    ],
)
def test_another_question_has_another_spelling(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize("broken", ["project =", "= 3", "project = A AND", "(project = A", "a ? b", "a in (1", "a was"])
def test_a_broken_query_is_refused_by_its_character(broken: str) -> None:
    with pytest.raises(JqlInvalid, match="Character"):
        parse(broken)


ATOMS = st.builds(
    Atom,
    st.sampled_from(["project", "status", "labels"]),
    st.sampled_from(["in", "not in"]),
    st.lists(st.sampled_from(["a", "b", "c d", None]), min_size=1, max_size=3).map(tuple),
)
TREES: st.SearchStrategy[Node] = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Both(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Either(tuple(parts))),
    ),
    max_leaves=8,
)


def shuffled(node: Node, dice: Random) -> Node:
    """Return the tree with its parts in another order, here and there twice negated."""
    if isinstance(node, Atom):
        return Atom(node.field, node.operator, tuple(dice.sample(node.values, len(node.values))))
    parts = tuple(dice.sample([shuffled(part, dice) for part in node.parts], len(node.parts)))
    return Both(parts) if isinstance(node, Both) else Either(parts)


@given(TREES, st.randoms(use_true_random=False))
def test_reordering_terms_changes_nothing(tree: Node, dice: Random) -> None:
    assert canonical(write(tree)) == canonical(write(shuffled(tree, dice)))


@given(TREES)
def test_a_tree_is_written_and_read_back(tree: Node) -> None:
    assert canonical(write(parse(write(tree)))) == canonical(write(tree))
    assert negated(negated(tree)) == tree
    assert canonical(write(negated(tree))) != canonical(write(tree))


@given(st.text(alphabet="ab()=!<>~\"',.0-9 &|\\\n€ıANDORNTis", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        spelled = canonical(text)
    except JqlInvalid:
        return
    assert canonical(spelled) == spelled


def test_a_query_with_too_many_alternatives_keeps_its_brackets_in_order() -> None:
    lists = [f"f{n} in ({', '.join(f'v{m}' for m in range(9))})" for n in range(4)]
    assert canonical(" AND ".join(lists)) == canonical(" AND ".join(lists[::-1]))
    assert canonical(" AND ".join(lists)) != canonical(" AND ".join(lists[:3]))


def many(field: str, count: int = 17) -> str:
    return f"{field} IN ({', '.join(f'v{number}' for number in range(count))})"


def test_a_query_with_too_many_ways_keeps_its_brackets_sorted() -> None:
    """17 times 17 alternatives are more than 256."""
    wide, flipped = f"{many('labels')} AND {many('status')}", f"{many('status')} AND {many('labels')}"
    assert canonical(wide) == canonical(flipped)
    assert canonical(wide).count(" AND ") == 1
    assert canonical(f"({wide}) OR project = S") == canonical(f"project = S OR ({flipped})")
    assert canonical(f"({wide}) OR project = S") != canonical(wide)


def test_what_is_said_twice_beside_too_many_ways_is_said_once() -> None:
    wide = f"{many('labels')} AND {many('status')}"
    assert canonical(f"({wide}) AND (project = S OR project = S)") == canonical(f"{wide} AND project = S")
