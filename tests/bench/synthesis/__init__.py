"""Does the Synthesizer find what two plans do to each other? Conflicts planted in a generated site of 12 teams, by kind.

Around each planted conflict stand near misses that must stay silent: planned or finished blockers, relays over one number,
bounds that only make a corridor, pairs inside one team, dates that just fit, the same query with another threshold.
Names of fields are changed and the terms of queries reordered between the two sides of every double count.
"""

from collections import Counter
from time import perf_counter

from service.domain.model import Objective
from service.domain.synthesis import Kind, SetFinding, synthesise
from tests.bench.synthesis.company import TEAMS, Company
from tests.bench.synthesis.planted import company
from tests.bench.synthesis.titles import PARAPHRASES

SITES = 20


def identity(finding: SetFinding) -> tuple[Kind, frozenset[str]]:
    """Return a finding as it would have been planted."""
    if finding.kind is Kind.UNRECOGNISED_DEPENDENCY:
        return finding.kind, frozenset({finding.team_id, finding.issue_id or ""})
    if finding.kind in {Kind.DATE_CONFLICT, Kind.SHARED_INITIATIVE}:
        return finding.kind, frozenset({finding.issue_id or ""})
    if finding.kind is Kind.NEAR_DUPLICATE:
        return finding.kind, frozenset(finding.objective_ids)
    return finding.kind, frozenset(finding.key_result_ids)


def found_in(site: Company) -> tuple[Counter[Kind], Counter[Kind], Counter[Kind]]:
    """Return how many of each kind were planted, found of them, and found in all."""
    findings = synthesise(plans=site.plans())
    keys = {work.key: work.id for work in site.work.values()}
    named = {
        (each.kind, frozenset(keys[key] for key in each.path)) if each.kind is Kind.CYCLE else identity(each)
        for each in findings
    }
    planted = Counter(kind for kind, _ in site.planted)
    right = Counter(kind for kind, _ in site.planted & named)
    return planted, right, Counter(kind for kind, _ in named)


def paraphrases_found() -> int:
    """Return how many pairs that mean the same in other words are found: what this measure cannot do."""
    site = company(0)
    for number, pair in enumerate(PARAPHRASES):
        for side, title in enumerate(pair):
            site.objectives.append(Objective(id=f"p{number}{side}", cycle_id="c", team_id=f"t{side}", title=title))
    return sum(any(id.startswith("p") for id in each.objective_ids) for each in synthesise(plans=site.plans()))


def main() -> None:
    """Print recall and precision per kind, and what a run costs."""
    planted: Counter[Kind] = Counter()
    right: Counter[Kind] = Counter()
    found: Counter[Kind] = Counter()
    seconds = []
    for seed in range(SITES):
        site = company(seed)
        began = perf_counter()
        parts = found_in(site)
        seconds.append(perf_counter() - began)
        planted, right, found = (whole + part for whole, part in zip((planted, right, found), parts, strict=True))
    print(
        f"{SITES} sites of {TEAMS} teams, {len(site.key_results)} key results and {len(site.work)} issues in the last one"
    )
    print(f"{'kind':<26}{'planted':>8}{'found':>8}{'recall':>8}{'precision':>11}")
    for kind in Kind:
        recall = right[kind] / planted[kind]
        precision = right[kind] / found[kind] if found[kind] else 1.0
        print(f"{kind:<26}{planted[kind]:>8}{found[kind]:>8}{recall:>8.3f}{precision:>11.3f}")
    print(f"paraphrases that share no words: {paraphrases_found()} of {len(PARAPHRASES)} found (words cannot tell)")
    print(f"a run takes {1000 * sorted(seconds)[len(seconds) // 2]:.0f} ms")
