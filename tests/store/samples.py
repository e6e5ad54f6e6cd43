"""One stored object of every kind, so that tests name only what they are about."""

from dataclasses import replace
from datetime import UTC, date, datetime

from connect.site import Door, Installation, Product
from service.domain.board import Problem
from service.domain.calibration import SealedVote, VoteRound
from service.domain.challenge import Dismissal, Guardrail, GuardrailReading
from service.domain.divergence import Allowance
from service.domain.history import History
from service.domain.ledger import Link
from service.domain.model import (
    Checkin,
    Cycle,
    CycleKind,
    CycleState,
    Direction,
    Initiative,
    Issue,
    KeyResult,
    Objective,
    ParentLink,
    Site,
    Team,
    TeamKind,
)
from service.domain.presets.own import OwnPreset
from service.domain.retrospective import Question, Retrospective
from service.domain.room import Entry, Scope, Session, SessionKind, Stamp, Step, StepKind, Trigger, empty, fold
from service.domain.room.agenda_template import AgendaTemplate
from service.domain.sufficiency import Driver, SuccessCondition, Vote
from service.domain.synthesis import Kind, Request, SetFinding, SynthesisRun
from service.domain.waivers import Waiver
from service.store import Transaction

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

CYCLE = Cycle(
    id="cycle",
    key="2026-Q4",
    name="Q4 2026",
    kind=CycleKind.QUARTER,
    starts_on=date(2026, 10, 1),
    ends_on=date(2026, 12, 31),
    state=CycleState.ACTIVE,
)
TEAM = Team(id="team", name="Growth", kind=TeamKind.TEAM, project_key="GROW")
OBJECTIVE = Objective(id="objective", cycle_id="cycle", team_id="team", title="Be loved by small shops")
KEY_RESULT = KeyResult(
    id="kr",
    objective_id="objective",
    title="Weekly active shops",
    direction=Direction.INCREASE,
    baseline=100,
    target=200,
    unit="count",
)
SESSION = Session(
    id="session",
    cycle_id="cycle",
    kind=SessionKind.PLANNING,
    scope=Scope.TEAM,
    trigger=Trigger.QUARTERLY_PLANNING,
    team_ids=("team",),
    preset="workshop_weaver",
    title="Plan",
    starts_at=NOW,
    booked_by="ada",
    booked_at=NOW,
)
ACT = Entry(seq=1, kind="join", data={}, stamp=Stamp(by="ada", at=NOW, act_id="act"))
AGENDA_TEMPLATE = AgendaTemplate(
    id="template",
    name="Ours",
    steps=(Step(id="notes", kind=StepKind.NOTES, title="Notes", minutes=10, cue="Write.", source="W-03"),),
    author="ada",
    at=NOW,
)
ISSUE = Issue(id="10001", key="GROW-1", summary="Shorten the sign-up")
CHECKIN = Checkin(id="checkin", key_result_id="kr", at=NOW, value=120, recorded_at=NOW)
INITIATIVE = Initiative(key_result_id="kr", issue_id="10001", linked_at=NOW)
ROUND = VoteRound(key_result_id="kr", name="planning", opened_at=NOW)
SEALED = SealedVote(key_result_id="kr", voter="ada", seal="5ea1")
WAIVER = Waiver(key_result_id="kr", unlocks=("kr2",), owner="ada", reason="Soon", expires_on=date(2026, 11, 1))
RETROSPECTIVE = Retrospective(
    cycle_id="cycle", team_id="team", answers=dict.fromkeys(Question, "Much."), author="ada", at=NOW
)
OWN_PRESET = OwnPreset(key="ours", base="google", name="Ours", author="ada", at=NOW, changes={"checkin_days": 14})
PROBLEM = Problem(code="field_not_on_screen", message="KR 1 is missing", way_out="Add it to the screen of GROW")


GUARDRAIL = Guardrail(
    id="rail",
    key_result_id="kr",
    name="reopen rate of bugs",
    bound=Direction.STAY_BELOW,
    limit=5,
    unit="%",
    loophole="engineering.open-bugs.close-without-fix",
    jql="type = Bug",
    jql_of="type = Bug",
    accepted_by="ada",
    accepted_at=NOW,
)
READING = GuardrailReading(guardrail_id="rail", at=NOW, value=7, provenance="1 of 14 issues")
DISMISSAL = Dismissal(
    key_result_id="kr",
    loophole="engineering.open-bugs.rename",
    reason="Testers file them",
    dismissed_by="ada",
    dismissed_at=NOW,
)
CONDITION = SuccessCondition(
    objective_id="objective",
    formula="a >= 1",
    drivers=(Driver(name="a", key_result_id="kr"), Driver(name="b", baseline=2.5, unit="%")),
    stated_by="ada",
    stated_at=NOW,
)
SUFFICIENCY_VOTE = Vote(objective_id="objective", by="ada", can_fail=True, reason="Price may fall", at=NOW)
HISTORY = History(
    starts_at=NOW,
    values=(1.0, None, 2.5),
    asked="JQL project = GROW",
    measured_at=NOW,
    issue_count=3,
    digest="5ea1",
    notes=("Taken as it stands today: labels.",),
)
SYNTHESIS = SynthesisRun(
    cycle_id="cycle",
    run_at=NOW,
    issue_count=2,
    is_complete=True,
    findings=(
        SetFinding(
            id="finding",
            kind=Kind.DATE_CONFLICT,
            severity="error",
            message="Late",
            measure="due dates",
            team_id="team",
            key_result_ids=("kr",),
            path=("GROW-1", "GROW-2"),
            slack_days=-3,
        ),
    ),
)
REQUEST = Request(
    id="finding",
    cycle_id="cycle",
    kind=Kind.DATE_CONFLICT,
    team_id="team",
    other_team_id="team",
    message="Late",
    path=("GROW-1", "GROW-2"),
    raised_at=NOW,
)
ALLOWANCE = Allowance(team_id="team", share=0.5, declared_by="ada", declared_at=NOW)


def site(id: str) -> Site:
    """A site that nobody else is."""
    return Site(id=id, host=f"{id}.atlassian.net", cloud_id=f"cloud-{id}")


def installation(site_id: str, product: Product = Product.JIRA, **words: object) -> Installation:
    """A live installation of a product on a site."""
    whole = Installation(
        id=f"{site_id}-{product}",
        site_id=site_id,
        door=Door.CONNECT,
        product=product,
        client_key=f"client-{site_id}-{product}",
        shared_secret="first secret",
        base_url=f"https://{site_id}.atlassian.net",
    )
    return replace(whole, **words)  # type: ignore[arg-type]


def fill(tx: Transaction, site_id: str) -> None:
    """Store one row of every table for a site. The ids are the same on every site on purpose."""
    tx.sites.add(site=site(site_id))
    tx.installations.add(site_id=site_id, item=installation(site_id))
    tx.cycles.add(site_id=site_id, item=CYCLE)
    tx.teams.add(site_id=site_id, item=TEAM)
    tx.objectives.add(site_id=site_id, item=OBJECTIVE)
    tx.objectives.add(
        site_id=site_id, item=replace(OBJECTIVE, id="child", parent_id="objective", epic_id="20001", epic_key="GROW-9")
    )
    tx.parent_links.replace(
        site_id=site_id, child_id="child", links=(ParentLink(child_id="child", parent_id="objective"),)
    )
    tx.key_results.add(site_id=site_id, item=KEY_RESULT)
    tx.checkins.add(site_id=site_id, checkin=CHECKIN)
    tx.issues.put(site_id=site_id, item=ISSUE)
    tx.initiatives.link(site_id=site_id, initiative=INITIATIVE)
    tx.fields.replace(site_id=site_id, ids={"kr-1": "customfield_10101"})
    tx.deliveries.remember(site_id=site_id, installation_id="i", delivery_id="d", at=NOW)
    tx.pages.mark_changed(site_id=site_id, cycle_id="cycle", publish_at=NOW)
    tx.problems.replace(site_id=site_id, scope="setup", problems_found=(PROBLEM,), at=NOW)
    tx.cursors.put(site_id=site_id, name="delta", at=NOW)
    tx.leases.claim(site_id=site_id, name="issue:10001", holder="w1", now=NOW, ttl_s=60)
    tx.ledger.append(site_id=site_id, link=ledger_row(1))
    tx.votes.put_round(site_id=site_id, vote_round=ROUND)
    tx.votes.seal(site_id=site_id, round_name="planning", sealed=SEALED)
    tx.waivers.put(site_id=site_id, waiver=WAIVER)
    tx.retrospectives.put(site_id=site_id, retrospective=RETROSPECTIVE)
    tx.own_presets.add(site_id=site_id, own=OWN_PRESET)
    tx.guardrails.add(site_id=site_id, item=GUARDRAIL)
    tx.guardrails.add_reading(site_id=site_id, reading=READING)
    tx.dismissals.put(site_id=site_id, dismissal=DISMISSAL)
    tx.success.put(site_id=site_id, condition=CONDITION)
    tx.success.vote(site_id=site_id, vote=SUFFICIENCY_VOTE)
    tx.results.add(site_id=site_id, cycle_id="cycle", sealed_at=NOW, payload="{}")
    tx.histories.put(site_id=site_id, key_result_id="kr", history=HISTORY)
    tx.syntheses.put(site_id=site_id, run=SYNTHESIS)
    tx.requests.put(site_id=site_id, request=REQUEST)
    tx.allowances.put(site_id=site_id, allowance=ALLOWANCE)
    tx.agenda_templates.add(site_id=site_id, item=AGENDA_TEMPLATE)
    tx.sessions.add(site_id=site_id, item=SESSION)
    tx.sessions.append(site_id=site_id, room=fold(room=empty(session=SESSION), entries=(ACT,)), entry=ACT)


def ledger_row(number: int) -> Link:
    """A link of the chain."""
    return Link(
        number=number,
        at=NOW,
        kind="target",
        subject_id="kr",
        author="ada",
        payload="{}",
        previous_hash=f"{number - 1}",
        hash=f"{number}",
    )
