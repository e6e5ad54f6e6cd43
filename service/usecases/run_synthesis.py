"""Run the Synthesizer over a cycle: what the plans of all teams do to each other."""

from dataclasses import dataclass, replace

from service.domain.synthesis import Request, RequestState, SynthesisRun, requests_after, synthesise
from service.usecases.asked import settle_wish, synthesis_wish
from service.usecases.measuring.plans import read_plans, with_work
from service.usecases.needs import Needs


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
    plans = read_plans(parts=parts, site_id=site_id, cycle_id=cycle_id)
    whole, is_complete = with_work(jira=parts.jira(site_id), plans=plans)
    with parts.store.transaction() as tx:
        tx.cycles.get(site_id=site_id, id=cycle_id, for_update=True)
        known = tx.requests.of_cycle(site_id=site_id, cycle_id=cycle_id)
        accepted = frozenset(each.id for each in known if each.state is RequestState.ACCEPTED)
        findings = synthesise(plans=replace(whole, accepted=accepted))
        run = SynthesisRun(
            cycle_id=cycle_id,
            run_at=parts.now(),
            issue_count=len(whole.work),
            is_complete=is_complete,
            findings=findings,
        )
        tx.syntheses.put(site_id=site_id, run=run)
        for request in requests_after(findings=findings, known=known, cycle_id=cycle_id, at=parts.now()):
            tx.requests.put(site_id=site_id, request=request)
        tx.problems.replace(site_id=site_id, scope=synthesis_wish(cycle_id), problems_found=(), at=parts.now())
        requests = tx.requests.of_cycle(site_id=site_id, cycle_id=cycle_id)
    settle_wish(parts=parts, site_id=site_id, name=synthesis_wish(cycle_id))
    return Synthesis(run=run, requests=requests)
