"""A believable quarter in a real store, for looking at pages. Not here: a browser, a server."""

from datetime import UTC, date, datetime, timedelta

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
    OwnerState,
    Site,
    StatusCategory,
    Team,
    TeamKind,
    Tracker,
    TrackerKind,
)
from service.store import Store

SITE_ID = f"{1:032x}"
CYCLE_ID = f"{2:032x}"
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
PEOPLE = {"acc-ines": "Ines Moreau", "acc-tom": "Tom Okafor", "acc-li": "Li Wen", "acc-sara": "Sara Lindqvist"}

# team, title, why, epic, key results: (title, direction, baseline, target, unit, weekly values, confidences, owner)
UP, DOWN, ABOVE, BELOW, DONE = (
    Direction.INCREASE,
    Direction.DECREASE,
    Direction.STAY_ABOVE,
    Direction.STAY_BELOW,
    Direction.BINARY,
)
PLAN = (
    (
        "Harbor & Pine",
        "Become the outfitter people come back to",
        "Repeat buyers pay for everything else we want to build.",
        "HQ-1",
        (
            ("Repeat purchase rate", UP, 24, 35, "%", (24, 25, 25.5, 27, 28, 29.5, 30, 31.2), (0.5, 0.65), "acc-ines"),
            (
                "Revenue from returning customers",
                UP,
                410000,
                600000,
                "EUR",
                (410e3, 432e3, 455e3, 470e3, 501e3, 515e3, 522e3, 531500),
                (0.6, 0.6),
                "acc-ines",
            ),
            ("Store rating", ABOVE, 4.4, 4.5, "", (4.5, 4.5, 4.6, 4.6, 4.5, 4.6, 4.6, 4.6), (0.8, 0.9), "acc-tom"),
        ),
    ),
    (
        "Growth",
        "Make the first order effortless",
        "Half of all baskets are left behind on a phone.",
        "GROW-2",
        (
            (
                "Checkout completion on mobile",
                UP,
                48,
                65,
                "%",
                (48, 48.5, 49, 50, 50.5, 51, 52, 52.4),
                (0.6, 0.35),
                "acc-li",
            ),
            (
                "Median time to first order",
                DOWN,
                9.5,
                5,
                "min",
                (9.5, 9.2, 8.8, 8.1, 7.4, 6.9, 6.5, 6.2),
                (0.5, 0.7),
                "acc-li",
            ),
            ("Guest checkout is live in all shops", DONE, 0, 1, "", (0, 0, 0, 0, 0, 1, 1, 1), (0.7, 1.0), "acc-tom"),
        ),
    ),
    (
        "Growth",
        "Turn visitors into subscribers",
        "",
        "GROW-9",
        (
            (
                "Newsletter sign-ups a week",
                UP,
                320,
                900,
                "count",
                (320, 340, 410, 480, 560, 640, 730, 805),
                (0.5, 0.8),
                "acc-sara",
            ),
            ("Unsubscribe rate", BELOW, 0.9, 0.8, "%", (0.7, 0.7, 0.8, 0.7, 0.9, 0.9, 1.0, 1.1), (0.7, 0.3), None),
        ),
    ),
    (
        "Platform",
        "A shop that never keeps anybody waiting",
        "Every 100 ms costs one percent of orders.",
        "CORE-4",
        (
            (
                "95th percentile of page load",
                DOWN,
                4.2,
                1.8,
                "h",
                (4.2, 4.1, 3.6, 3.1, 2.6, 2.2, 1.9, 1.7),
                (0.4, 0.95),
                "acc-tom",
            ),
            (
                "Availability of checkout",
                ABOVE,
                99.5,
                99.9,
                "%",
                (99.93, 99.95, 99.97, 99.91, 99.94, 99.96, 99.95, 99.97),
                (0.8, 0.9),
                "acc-tom",
            ),
            ("Legacy catalogue switched off", UP, 0, 100, "%", (0, 10, 20, 30, 40, 50, 60, 66.7), (0.6, 0.6), "acc-li"),
        ),
    ),
    ("Customer Care", "Answer before they ask twice", "", None, ()),
)
WORK = (
    ("Offer Apple Pay in the basket", "Done", StatusCategory.DONE),
    ("Save the basket across devices", "In review", StatusCategory.IN_PROGRESS),
    ("Explain delivery cost before checkout", "To do", StatusCategory.TO_DO),
)


def furnish(store: Store, *, site_id: str = SITE_ID) -> None:
    """Fill a migrated store with one site and its quarter."""
    with store.transaction() as tx:
        tx.sites.add(site=Site(id=site_id, host="127.0.0.1:9", space_key="OKR"))
        tx.cycles.add(
            site_id=site_id,
            item=Cycle(
                id=CYCLE_ID,
                key="2026-Q4",
                name="Quarter 4, 2026",
                kind=CycleKind.QUARTER,
                starts_on=date(2026, 10, 1),
                ends_on=date(2026, 12, 31),
                state=CycleState.ACTIVE,
            ),
        )
        names = list(dict.fromkeys(row[0] for row in PLAN))
        for index, name in enumerate(names):
            kind = TeamKind.TEAM if index else TeamKind.COMPANY
            project = ("HQ", "GROW", "CORE", "CARE")[index]
            tx.teams.add(site_id=site_id, item=Team(id=_id(100 + index), name=name, kind=kind, project_key=project))
        serial = 1000
        for index, (team, title, why, epic, key_results) in enumerate(PLAN):
            objective = Objective(
                id=_id(200 + index),
                cycle_id=CYCLE_ID,
                team_id=_id(100 + names.index(team)),
                title=title,
                why=why,
                parent_id=_id(200) if index else None,
                epic_id=str(10000 + index) if epic else None,
                epic_key=epic,
                position=index,
            )
            tx.objectives.add(site_id=site_id, item=objective)
            for slot, (name, direction, base, target, unit, values, sure, owner) in enumerate(key_results, start=1):
                serial += 1
                key_result = KeyResult(
                    id=_id(serial),
                    objective_id=objective.id,
                    title=name,
                    direction=direction,
                    baseline=float(base),
                    target=float(target),
                    unit=unit,
                    owner=owner,
                    owner_state=OwnerState.OK if owner else OwnerState.MISSING,
                    confidence=sure[0],
                    tracker=Tracker(kind=TrackerKind.FIELD, slot=slot),
                    position=slot,
                )
                tx.key_results.add(site_id=site_id, item=key_result)
                for week, value in enumerate(values):
                    at = NOW - timedelta(weeks=len(values) - 1 - week, hours=3)
                    share = sure[0] + (sure[1] - sure[0]) * week / (len(values) - 1)
                    note = "Numbers from the weekly report." if week % 3 == 0 else ""
                    checkin = Checkin(
                        id=_id(serial * 100 + week),
                        key_result_id=key_result.id,
                        at=at,
                        value=float(value),
                        confidence=round(share, 2),
                        note=note,
                        author=owner or "acc-ines",
                        recorded_at=at,
                    )
                    tx.checkins.add(site_id=site_id, checkin=checkin)
                for number, (summary, status, category) in enumerate(WORK):
                    issue_id = str(serial * 10 + number)
                    project = (epic or "HQ-1").split("-")[0]
                    issue = Issue(
                        id=issue_id,
                        key=f"{project}-{serial * 3 + number - 2900}",
                        summary=summary,
                        status=status,
                        category=category,
                    )
                    tx.issues.put(site_id=site_id, item=issue)
                    link = Initiative(key_result_id=key_result.id, issue_id=issue_id, linked_at=NOW)
                    tx.initiatives.link(site_id=site_id, initiative=link)


def _id(number: int) -> str:
    return f"{number:032x}"
