"""Run the Synthesizer over a cycle: what the plans of all teams do to each other."""

from dataclasses import dataclass, replace

from connect.outbound.jira import JiraClient
from service.domain.model import KeyResultState, ObjectiveState
from service.domain.synthesis import Plans, Request, RequestState, SynthesisRun, requests_after, synthesise
from service.usecases.asked import settle_wish, synthesis_wish
from service.usecases.cycle_plan import read_doctrines
from service.usecases.measuring.graph import walk_links
from service.usecases.needs import Needs

OWNED_AT_MOST = 5
"""Where the doctrine has no limit of key results; ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Synthesis:
    """The last run over a cycle (None: nobody ran it) and the requests of its teams to each other."""

    run: SynthesisRun | None
    requests: tuple[Request, ...]


def run_synthesis(*, parts: Needs, site_id: str, cycle_id: str) -> Synthesis:
    """Walk the links of every initiative, find what conflicts, and ask the teams concerned.

    Findings whose request was accepted are gone; what is gone by itself is withdrawn.
    Source: requirements 2.5; M-25, O-11. Raises: NotThere, connect.errors.ProductError.
    """
    plans = _plans(parts, site_id, cycle_id)
    jira = parts.jira(site_id)
    walked = walk_links(
        jira=jira,
        initiative_ids={each.issue_id for each in plans.initiatives},
        epic_ids={each.epic_id for each in plans.objectives if each.epic_id is not None and not each.epic_gone},
    )
    whole = replace(plans, work=walked.work, field_ids=_field_ids(jira))
    with parts.store.transaction() as tx:
        tx.cycles.get(site_id=site_id, id=cycle_id, for_update=True)
        known = tx.requests.of_cycle(site_id=site_id, cycle_id=cycle_id)
        accepted = frozenset(each.id for each in known if each.state is RequestState.ACCEPTED)
        findings = synthesise(plans=replace(whole, accepted=accepted))
        run = SynthesisRun(
            cycle_id=cycle_id,
            run_at=parts.now(),
            issue_count=len(walked.work),
            is_complete=walked.is_complete,
            findings=findings,
        )
        tx.syntheses.put(site_id=site_id, run=run)
        for request in requests_after(findings=findings, known=known, cycle_id=cycle_id, at=parts.now()):
            tx.requests.put(site_id=site_id, request=request)
        tx.problems.replace(site_id=site_id, scope=synthesis_wish(cycle_id), problems_found=(), at=parts.now())
        requests = tx.requests.of_cycle(site_id=site_id, cycle_id=cycle_id)
    settle_wish(parts=parts, site_id=site_id, name=synthesis_wish(cycle_id))
    return Synthesis(run=run, requests=requests)


def _plans(parts: Needs, site_id: str, cycle_id: str) -> Plans:
    with parts.store.reading() as tx:
        cycle = tx.cycles.get(site_id=site_id, id=cycle_id)
        limits = read_doctrines(tx=tx, site_id=site_id).of_site.key_results
        objectives = tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle_id)
        key_results = tx.key_results.of_cycle(site_id=site_id, cycle_id=cycle_id)
        living = {each.id for each in objectives if each.state is not ObjectiveState.CANCELLED}
        counted = tuple(
            each for each in key_results if each.state is KeyResultState.ACTIVE and each.objective_id in living
        )
        ids = {each.id for each in counted}
        links = tx.initiatives.of_cycle(site_id=site_id, cycle_id=cycle_id)
        return Plans(
            cycle=cycle,
            teams=tx.teams.list(site_id=site_id),
            objectives=tuple(each for each in objectives if each.id in living),
            key_results=counted,
            initiatives=tuple(each for each in links if each.key_result_id in ids),
            most_owned=limits.maximum or limits.advised_max or OWNED_AT_MOST,
        )


def _field_ids(jira: JiraClient) -> dict[str, str]:
    """Return which field a name stands for; a name that two fields share stands for none."""
    named: dict[str, set[str]] = {}
    for each in jira.fields():
        named.setdefault(each.name.casefold(), set()).add(each.id)
    return {name: min(ids) for name, ids in named.items() if len(ids) == 1 and min(ids).startswith("customfield_")}
