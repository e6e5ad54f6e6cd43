"""The library is large enough, whole, and none of its queries is dead. Source: requirements 2.3."""

import pytest

from service.domain.challenge import FAMILIES, Jql, Movement, challenge_text
from service.domain.challenge.classes import BY_CLASS, EMPTY_FINISH, SHRINKING_DENOMINATOR
from service.domain.challenge.jql import check
from service.domain.challenge.phrases import words_of
from service.domain.challenge.shapes import MetricClass
from service.domain.model import Direction
from tests.site.jira.jql import parse as parse_on_the_site

LOOPHOLES = [
    *(loophole for family in FAMILIES.values() for loophole in family.up + family.down),
    *BY_CLASS.values(),
    SHRINKING_DENOMINATOR,
    EMPTY_FINISH,
]
QUERIES = sorted(
    {
        query
        for loophole in LOOPHOLES
        if isinstance(loophole.counter.source, Jql)
        for query in (
            loophole.counter.source.of_project("GROW").query,
            loophole.counter.source.of_project("GROW").of,
        )
        if query
    }
)


def test_library_holds_sixty_families_with_a_way_in_their_wanted_direction():
    assert len(FAMILIES) >= 60
    for family in FAMILIES.values():
        assert family.loopholes(family.good), family.key


def test_every_class_has_a_way_in_both_directions():
    assert set(BY_CLASS) == {(kind, movement) for kind in MetricClass for movement in Movement}


def test_ids_and_phrases_name_one_thing_each():
    ids = [loophole.id for loophole in LOOPHOLES]
    assert len(ids) == len(set(ids))
    phrases = [words_of(name) for family in FAMILIES.values() for name in family.names]
    assert all(phrases)
    owners = {}
    for family in FAMILIES.values():
        for name in family.names:
            assert owners.setdefault(words_of(name), family.key) == family.key, name


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_every_family_is_found_by_its_first_name(family):
    challenge = challenge_text(text=f"Change the {family.names[0]} from 10 to 20")
    assert challenge.metric.family == family


@pytest.mark.parametrize("loophole", LOOPHOLES, ids=lambda each: each.id)
def test_every_counter_metric_is_a_bound_to_hold(loophole):
    assert loophole.counter.bound in {Direction.STAY_ABOVE, Direction.STAY_BELOW}
    assert loophole.how.endswith(".")
    assert loophole.counter.name
    assert loophole.counter.unit


@pytest.mark.parametrize("query", QUERIES)
def test_no_query_is_dead(query):
    """Our checker takes it, and the simulated site's own parser, which shares no code with ours and knows no WAS."""
    check(query)
    if " WAS " not in query:
        parse_on_the_site(query)
    assert "{" not in query
