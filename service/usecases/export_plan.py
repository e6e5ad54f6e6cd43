"""Write a site's plan as one document: cycles, teams, objectives, key results, check-ins, initiatives, waivers, and what is told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from service.domain.calibration import RoundState, Summary, VoteRound, summary
from service.domain.errors import NotThere
from service.domain.exchange import Contents, document
from service.domain.model import Team
from service.store import Transaction
from service.usecases.needs import Needs


def export_plan(*, parts: Needs, site_id: str, cycle_key: str | None = None) -> dict[str, Any]:
    """Return the document of the whole site, or of one cycle with the teams that it needs.

    Shape: as `/api/v1/export/schema` says. Raises: NotThere for an unknown cycle key.
    """
    with parts.store.reading() as tx:
        cycles = [each for each in tx.cycles.list(site_id=site_id) if cycle_key in (None, each.key)]
        if cycle_key is not None and not cycles:
            raise NotThere(f"there is no cycle {cycle_key!r} on this site", field="cycle")
        site = tx.sites.get(site_id=site_id)
        every = tx.teams.list(site_id=site_id)
        objectives = [row for each in cycles for row in tx.objectives.of_cycle(site_id=site_id, cycle_id=each.id)]
        key_results = [row for each in cycles for row in tx.key_results.of_cycle(site_id=site_id, cycle_id=each.id)]
        checkins = [row for each in cycles for row in tx.checkins.of_cycle(site_id=site_id, cycle_id=each.id)]
        links = [row for each in cycles for row in tx.initiatives.of_cycle(site_id=site_id, cycle_id=each.id)]
        waivers = [row for each in cycles for row in tx.waivers.of_cycle(site_id=site_id, cycle_id=each.id)]
        issues = tx.issues.get_many(site_id=site_id, ids=[each.issue_id for each in links])
        rounds = [round for each in key_results for round in _closed_rounds(tx, site_id, each.id)]
        # The chain is the site's: cut to a cycle it would prove nothing.
        ledger = tx.ledger.list(site_id=site_id) if cycle_key is None else ()
    teams = every if cycle_key is None else _with_those_above({each.team_id for each in objectives}, every)
    inside = {each.id for each in objectives}
    # A parent in a cycle that is not in the document would point nowhere.
    whole = [each if each.parent_id in inside else replace(each, parent_id=None) for each in objectives]
    shown = {each.id: each.key for each in issues if not each.gone}
    return document(
        of=Contents(
            host=site.host,
            cycles=cycles,
            teams=teams,
            objectives=whole,
            key_results=key_results,
            checkins=checkins,
            initiatives=[each for each in links if each.issue_id in shown],
            issue_keys=shown,
            waivers=waivers,
            rounds=rounds,
            ledger=ledger,
        )
    )


def _closed_rounds(tx: Transaction, site_id: str, key_result_id: str) -> Iterator[tuple[VoteRound, int, Summary]]:
    for vote_round in tx.votes.rounds(site_id=site_id, key_result_id=key_result_id):
        if vote_round.state is RoundState.CLOSED:
            sealed, votes = tx.votes.counted(site_id=site_id, key_result_id=key_result_id, round_name=vote_round.name)
            yield vote_round, sealed, summary(votes=votes)


def _with_those_above(ids: set[str], teams: Sequence[Team]) -> tuple[Team, ...]:
    """Return the teams and every team above them."""
    by_id = {each.id: each for each in teams}
    needed, waiting = set[str](), list(ids)
    while waiting:
        id = waiting.pop()
        if id in needed or id not in by_id:
            continue
        needed.add(id)
        parent_id = by_id[id].parent_id
        waiting += [parent_id] if parent_id else []
    return tuple(each for each in teams if each.id in needed)
