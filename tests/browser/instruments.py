"""What the auditor's instruments have to show beside the furnished quarter. Not here: a browser, a server."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from connect.outbound.shapes import IssueDetail
from service.domain.challenge import Dismissal, Guardrail, GuardrailReading, challenge_key_result
from service.domain.history import STEP, History
from service.domain.model import Direction
from service.domain.sufficiency import Driver, SuccessCondition, Vote
from service.domain.synthesis import Kind, Request, RequestState, SetFinding, SynthesisRun
from service.store import Store
from tests.browser.company import CYCLE_ID, NOW, SITE_ID
from tests.browser.stage import FourPeople

CHECKOUT, FIRST_ORDER, SIGN_UPS = f"{1004:032x}", f"{1005:032x}", f"{1007:032x}"
EFFORTLESS, SUBSCRIBERS = f"{201:032x}", f"{202:032x}"
GROWTH, PLATFORM, CARE = f"{101:032x}", f"{102:032x}", f"{103:032x}"
RAIL = f"{31:032x}"
START = datetime(2026, 10, 1, tzinfo=UTC)
WAITS, DECLINED, AGREED = (f"{number:032x}" for number in (41, 42, 43))


class FinishedWork(FourPeople):
    """A Jira that knows when work was finished, and a few issues that serve nothing."""

    def details(self, *, issue_ids: Collection[str], **_: object) -> tuple[IssueDetail, ...]:
        """Return every linked issue; the first of each key result is done since the fifth week, the second too for one."""
        return tuple(_detail(id, f"GROW-{id}") for id in issue_ids)

    def search_details(self, **_: object) -> Iterator[IssueDetail]:
        """Return what was finished in a project."""
        done = [_detail(f"{number}0", f"GROW-{number}") for number in (1004, 1005, 1007)]
        loose = [_detail(f"77{number}0", f"GROW-{770 + number}") for number in range(4)]
        return iter((*done, *loose))

    def count(self, *, jql: str) -> int:
        """Count more for the whole than for the part."""
        return 7 if "!= Done" in jql else 120


def _detail(id: str, key: str) -> IssueDetail:
    is_done = id.endswith("0") or id == f"{1004}1"
    at = START + timedelta(weeks=4)
    return IssueDetail(
        id=id,
        key=key,
        summary="Renew the certificates of the mail gateway",
        status="Done" if is_done else "Open",
        category="done" if is_done else "new",
        project_key="GROW",
        created_at=START,
        updated_at=at,
        category_changed_at=at if is_done else None,
    )


def judge(store: Store) -> None:
    """Add challenges answered and open, a measured past, a formula with votes, and a comparison of the plans."""
    _measured(store)
    _answered(store)
    with store.transaction() as tx:
        condition = SuccessCondition(
            objective_id=EFFORTLESS,
            formula="orders = visitors * completion; orders >= 52000",
            drivers=(
                Driver(name="completion", key_result_id=CHECKOUT),
                Driver(name="visitors", baseline=82000, lowest=71000, highest=96000),
            ),
            stated_by="acc-li",
            stated_at=NOW,
        )
        tx.success.put(site_id=SITE_ID, condition=condition)
        yes = Vote(objective_id=EFFORTLESS, by="acc-tom", can_fail=True, reason="Fewer people may come at all.", at=NOW)
        tx.success.vote(site_id=SITE_ID, vote=yes)
        tx.success.vote(site_id=SITE_ID, vote=replace(yes, by="acc-li", can_fail=False, reason=""))
        tx.syntheses.put(site_id=SITE_ID, run=compared())
        for request in asked():
            tx.requests.put(site_id=SITE_ID, request=request)


def _measured(store: Store) -> None:
    with store.transaction() as tx:
        for id, start, step in ((CHECKOUT, 46.0, 0.12), (SIGN_UPS, 310.0, 21.0)):
            values = tuple(start + step * week + (week * 7 % 5) * step / 4 for week in range(26))
            history = History(
                starts_at=NOW - 25 * STEP,
                values=values,
                asked="customfield_10101 of GROW-2",
                measured_at=NOW,
                issue_count=1,
                digest="9f3c" * 16,
            )
            tx.histories.put(site_id=SITE_ID, key_result_id=id, history=history)


def _answered(store: Store) -> None:
    with store.transaction() as tx:
        sign_ups = tx.key_results.get(site_id=SITE_ID, id=SIGN_UPS)
        checkout = tx.key_results.get(site_id=SITE_ID, id=CHECKOUT)
        rail = Guardrail(
            id=RAIL,
            key_result_id=SIGN_UPS,
            name="sign-ups that confirm their address",
            bound=Direction.STAY_ABOVE,
            limit=70,
            unit="%",
            loophole=challenge_key_result(key_result=sign_ups).loopholes[0].id,
            accepted_by="acc-sara",
            accepted_at=NOW,
        )
        tx.guardrails.add(site_id=SITE_ID, item=rail)
        tx.guardrails.add_reading(
            site_id=SITE_ID, reading=GuardrailReading(guardrail_id=RAIL, at=NOW, value=58, author="acc-sara")
        )
        dismissal = Dismissal(
            key_result_id=CHECKOUT,
            loophole=challenge_key_result(key_result=checkout).loopholes[0].id,
            reason="The form asks for nothing that we could leave out; the payment provider checks the rest.",
            dismissed_by="acc-tom",
            dismissed_at=NOW,
        )
        tx.dismissals.put(site_id=SITE_ID, dismissal=dismissal)


def compared() -> SynthesisRun:
    """Return a comparison that found something of most kinds."""
    return SynthesisRun(cycle_id=CYCLE_ID, run_at=NOW, issue_count=143, is_complete=False, findings=_findings())


def _findings() -> tuple[SetFinding, ...]:
    waits = SetFinding(
        id=WAITS,
        kind=Kind.UNRECOGNISED_DEPENDENCY,
        severity="error",
        message="Growth waits for CORE-311 of Platform (GROW-112 → GROW-115 → CORE-311), and Platform has planned nothing for it.",
        measure="issue links",
        team_id=GROWTH,
        other_team_id=PLATFORM,
        key_result_ids=(CHECKOUT,),
        path=("GROW-112", "GROW-115", "CORE-311"),
        slack_days=-12,
    )
    return (
        waits,
        SetFinding(
            id=f"{44:032x}",
            kind=Kind.OPPOSED,
            severity="error",
            message="“Newsletter sign-ups a week” (Growth) and “Unsubscribe rate” (Growth) pull one number in opposite directions; "
            "one of them must fail.",
            measure="same source: query · project = GROW · count",
            team_id=GROWTH,
        ),
        SetFinding(
            id=DECLINED,
            kind=Kind.DATE_CONFLICT,
            severity="warning",
            message="CARE-9 is due on 2027-01-15, 21 days after GROW-118 needs it (GROW-118 → CARE-9).",
            measure="due dates along issue links",
            team_id=GROWTH,
            other_team_id=CARE,
            path=("GROW-118", "CARE-9"),
            slack_days=-21,
        ),
        SetFinding(
            id=f"{45:032x}",
            kind=Kind.TENSION,
            severity="info",
            message="“95th percentile of page load” (Platform) and “Checkout completion on mobile” (Growth) are usually bought from each "
            "other: cheaper machines, faster pages; agree on a floor for each.",
            measure="library pair finance.cloud-cost down / engineering.page-speed down",
            team_id=PLATFORM,
            other_team_id=GROWTH,
        ),
    )


def asked() -> tuple[Request, ...]:
    """Return a request that waits, one that was declined, and one that was accepted."""
    told = {each.id: each for each in _findings()}
    open_one = Request(
        id=WAITS,
        cycle_id=CYCLE_ID,
        kind=Kind.UNRECOGNISED_DEPENDENCY,
        team_id=GROWTH,
        other_team_id=PLATFORM,
        message=told[WAITS].message,
        path=told[WAITS].path,
        raised_at=NOW,
    )
    declined = replace(
        open_one,
        id=DECLINED,
        kind=Kind.DATE_CONFLICT,
        other_team_id=CARE,
        message=told[DECLINED].message,
        path=told[DECLINED].path,
        state=RequestState.DECLINED,
        answered_by="acc-sara",
        answered_at=NOW,
        reason="The vendor delivers in January and cannot be moved.",
    )
    agreed = replace(
        open_one,
        id=AGREED,
        message="Growth waits for CORE-290 of Platform (GROW-104 → CORE-290), and Platform has planned nothing for it.",
        path=("GROW-104", "CORE-290"),
        state=RequestState.ACCEPTED,
        answered_by="acc-tom",
        answered_at=NOW,
        reason="Ready by the tenth of December.",
    )
    return open_one, declined, agreed
