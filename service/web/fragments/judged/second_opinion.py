"""One set under every doctrine: the verdict matrix, the fewest edits that would satisfy them, and who dissents."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import url_for

from service.domain.audit import Severity
from service.domain.errors import NotThere
from service.domain.second_opinion import Flip, Opinion, SetFinding
from service.usecases.list_teams import list_teams
from service.usecases.read_cycle import read_cycle
from service.usecases.read_link_coverage import read_link_coverage
from service.usecases.read_second_opinion import SecondOpinion, read_second_opinion
from service.web.call import Call
from service.web.fragments.region import View
from service.web.texts.rules import rule_title

_GRAVITY: Mapping[Severity, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one doctrine says by one rule: the gravest severity and how often, or nothing."""

    severity: Severity | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One rule across the doctrines, with what it found, each once. `parts` tells whether the doctrines part over it."""

    rule: str
    title: str
    cells: tuple[Cell, ...]
    findings: tuple[SetFinding, ...]
    parts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One doctrine: its opinion, whether the team plans by it, and the edits that would satisfy it (None: more than three)."""

    opinion: Opinion
    is_binding: bool
    flip: Flip | None


def second_opinion_view(call: Call, *, cycle_id: str, team_id: str = "", bare: bool = False) -> View:
    """Show the second opinion on a team's set; on the first team with key results unless one is named."""

    def read() -> dict[str, object]:
        parts, site_id = call.parts, call.site_id
        cycle = read_cycle(parts=parts, site_id=site_id, cycle_id=cycle_id)
        units = read_link_coverage(parts=parts, site_id=site_id, cycle_id=cycle_id).units
        planning = [unit.team for unit in units]
        known = {team.id: team for team in list_teams(parts=parts, site_id=site_id)}
        if team_id and team_id not in known:
            raise NotThere("There is no such team here; choose one from the list.")
        first = next((unit.team for unit in units if unit.key_results), next(iter(planning), None))
        chosen = known.get(team_id) or first
        context = {
            "cycle": cycle,
            "tab": "second-opinion",
            "bare": bare,
            "planning": planning,
            "chosen": chosen,
            "found": None,
        }
        if chosen is None or chosen not in planning:
            return context
        found = read_second_opinion(parts=parts, site_id=site_id, cycle_id=cycle_id, team_id=chosen.id)
        return context | {"found": found, "verdicts": _verdicts(found), "rows": _rows(found)}

    return View(
        url=url_for("judged.second_opinion", cycle_id=cycle_id, team=team_id or None, bare=bare or None),
        template="fragments/second_opinion.html",
        read=read,
        cycle_id=cycle_id,
        judged=True,
        name=f"second-opinion-of-{team_id or cycle_id}" if bare else "view",
    )


def _verdicts(found: SecondOpinion) -> tuple[Verdict, ...]:
    flips = {each.presets[0]: each for each in found.flips}
    return tuple(
        Verdict(opinion=each, is_binding=each.preset == found.binding, flip=flips.get(each.preset))
        for each in sorted(found.opinions, key=lambda one: one.preset != found.binding)
    )


def _rows(found: SecondOpinion) -> tuple[Row, ...]:
    """Return a row for each rule that found anything, first those over which the doctrines part, then by gravity."""
    opinions = [each.opinion for each in _verdicts(found)]
    rules = dict.fromkeys(finding.rule for each in opinions for finding in each.findings)
    parted = {each.rule for each in found.disagreements}
    rows = [_row(rule, opinions, is_parted=rule in parted) for rule in rules]
    return tuple(sorted(rows, key=lambda row: (_gravest(row), not row.parts)))


def _row(rule: str, opinions: list[Opinion], *, is_parted: bool) -> Row:
    by_doctrine = [[finding for finding in each.findings if finding.rule == rule] for each in opinions]
    told = {(each.subject_id, each.message): each for found in by_doctrine for each in found}
    return Row(
        rule=rule,
        title=rule_title(rule),
        cells=tuple(map(_cell, by_doctrine)),
        findings=tuple(told.values()),
        parts=is_parted,
    )


def _cell(found: list[SetFinding]) -> Cell:
    severities = sorted((each.severity for each in found), key=_GRAVITY.__getitem__)
    return Cell(severity=severities[0] if severities else None, count=len(found))


def _gravest(row: Row) -> int:
    return min(_GRAVITY[cell.severity] for cell in row.cells if cell.severity is not None)
