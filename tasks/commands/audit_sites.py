"""The part of `northstar audit` that judges what sites hold."""

from typing import Any

import click

from service.parts import build_needs
from service.usecases.audit_cycle import audit_cycle
from service.usecases.audit_report import cycle_lines
from service.usecases.find_objective import find_objective
from service.usecases.read_objective import read_objective
from tasks.commands.environment import load_settings
from tasks.commands.pick import pick_cycles, pick_sites


def judge_sites(*, host: str | None, cycle_key: str | None, issue_key: str | None, options: dict[str, Any]) -> None:
    """Print the report of a cycle, or of the objective of one epic, on each site that holds it."""
    needs = build_needs(load_settings(port=8080))
    for site in pick_sites(needs, host):
        objective_id: str | None = None
        if issue_key:
            objective_id = find_objective(parts=needs, site_id=site.id, named=issue_key)
            view = read_objective(parts=needs, site_id=site.id, objective_id=objective_id)
            cycle_ids = [view.objective.cycle_id]
        else:
            cycle_ids = [cycle.id for cycle in pick_cycles(needs, site, cycle_key)]
        for cycle_id in cycle_ids:
            audited = audit_cycle(parts=needs, site_id=site.id, cycle_id=cycle_id, objective_id=objective_id, **options)
            for line in cycle_lines(audited=audited):
                click.echo(line)
