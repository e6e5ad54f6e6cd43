"""How a session went and how it goes on: time a step, ways back, whose ideas, check-ins, whether the plan arrived. Content only."""

from connect.outbound import storage
from connect.outbound.storage import Content, Markup
from service.domain import wording
from service.domain.room import Facts, Room
from service.domain.room.authorship import authorship
from service.domain.room.checkin_agenda import checkin_agenda
from service.domain.room.output_test import is_successful, members
from service.domain.room.process import figures
from service.domain.room.rhythm import checkin_dates

HOW = {"async": "in writing, before the slot", "dashboard": "on the board", "meeting": "in a meeting"}


def rhythm(room: Room, facts: Facts) -> Markup:
    """Return the weekly check-in with its days and its agenda; empty while nobody chose one. Source: T-14, O-28, O-30."""
    chosen = room.rhythm
    if chosen.weekday is None or chosen.mode is None:
        return storage.join([])
    days = checkin_dates(rhythm=chosen, cycle=facts.cycle)
    zone = f" ({chosen.zone})" if chosen.zone else ""
    said = f"Every {chosen.weekday.value.capitalize()} at {chosen.time}{zone}, {chosen.minutes} minutes, {HOW[chosen.mode]}."
    points = (
        storage.join([storage.element("strong", f"{each.minutes} min: {each.title}"), storage.bullets(each.questions)])
        for each in checkin_agenda(room)
    )
    return storage.join(
        [
            storage.element("h2", "How it goes on"),
            storage.element("p", said),
            storage.element("p", "Check-ins: ", ", ".join(f"{day:%-d %b}" for day in days)),
            storage.expand("Agenda of the weekly check-in", storage.bullets(points)),
        ]
    )


def course(room: Room, facts: Facts) -> Markup:
    """Return the steps with planned and used time, the ways back, the figures. Source: M-11, M-12, W-13, T-17."""
    ended = room.agenda.runs[-1].ended_at if room.agenda.runs else None
    now = ended or facts.now
    # Minutes only of what is over: a page must not change because time passes.
    rows = [
        (step.title, f"{step.minutes} min", f"{room.agenda.used_s(step_id=step.id, now=now) / 60:.0f} min")
        for step in room.agenda.steps
        if room.agenda.has_run(step.id)
    ]
    parts: list[Content] = [storage.element("h2", "How the session went")]
    if rows and ended:
        parts.append(storage.table(("Step", "Planned", "Used"), rows))
    if room.agenda.ways_back:
        titles = {step.id: step.title for step in room.agenda.steps}
        ways = (
            storage.join([f"Back to “{titles.get(each.to_id, '')}”: {each.reason} ", storage.user_link(each.by)])
            for each in room.agenda.ways_back
        )
        parts += [storage.element("h3", "Ways back"), storage.bullets(ways)]
    balance = authorship(room)
    parts.append(
        storage.element(
            "p",
            f"Objectives that came from the team, not from leadership: {wording.percent(balance.objectives_share)}; "
            f"key results: {wording.percent(balance.key_results_share)}.",
        )
    )
    table = [(each.name, each.value, each.benchmark) for each in figures(room=room, facts=facts) if ended]
    if table:
        parts.append(storage.table(("Figure", "Here", "What a vendor says of others"), table))
    return storage.join(parts)


def arrived(room: Room) -> Markup:
    """Return the outcome of the output test without saying who answered what; empty before anybody did. Source: T-21."""
    answers = room.output_test.answers
    if not answers:
        return storage.join([])
    verdict = {
        True: "Planning was successful.",
        False: "Planning was not successful yet.",
        None: "Answers are missing.",
    }
    failed = ", ".join(f"{each.value} ({count})" for each, count in room.output_test.noes.items())
    return storage.join(
        [
            storage.element("h2", "Did the plan arrive?"),
            storage.element(
                "p",
                f"{len(answers)} of {len(members(room))} answered, {wording.percent(room.output_test.score)} right. "
                f"{verdict[is_successful(room)]}" + (f" Not known: {failed}." if failed else ""),
            ),
        ]
    )
