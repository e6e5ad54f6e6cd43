"""Which sites and cycles a command is about."""

import click

from service.domain.model import Cycle, CycleState, Site
from service.usecases.list_cycles import list_cycles
from service.usecases.list_sites import list_sites
from service.usecases.needs import Needs


def pick_sites(needs: Needs, host: str | None) -> tuple[Site, ...]:
    """Return the live sites, or the one with that host; ends the command when there is none."""
    sites = [site for site in list_sites(parts=needs) if site.uninstalled_at is None]
    chosen = tuple(site for site in sites if host is None or site.host == host)
    if not chosen:
        known = ", ".join(site.host for site in sites) or "none yet"
        raise click.ClickException(f"no installed site{f' {host}' if host else ''}; installed: {known}")
    return chosen


def pick_cycles(needs: Needs, site: Site, key: str | None) -> tuple[Cycle, ...]:
    """Return the site's open cycles, or the one with that key."""
    cycles = list_cycles(parts=needs, site_id=site.id)
    if key is None:
        return tuple(cycle for cycle in cycles if cycle.state is not CycleState.CLOSED)
    chosen = tuple(cycle for cycle in cycles if cycle.key == key)
    if not chosen:
        known = ", ".join(cycle.key for cycle in cycles) or "none yet"
        raise click.ClickException(f"{site.host} has no cycle {key}; it has: {known}")
    return chosen
