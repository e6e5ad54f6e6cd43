"""`northstar publish`: bring Confluence pages up to date now."""

import click

from connect.errors import ConnectError
from service.domain.errors import DomainError
from service.parts import build_needs
from service.usecases.publish_cycle import publish_cycle
from tasks.commands.environment import load_settings
from tasks.commands.pick import pick_cycles, pick_sites


@click.command()
@click.option("--site", "host", help="Only this site, by host (see `northstar site list`).")
@click.option("--cycle", "cycle_key", help="Only this cycle, by key; the default is every cycle that is not closed.")
@click.option("--force", is_flag=True, help="Look at the page even if nothing changed since it was written.")
def publish(host: str | None, cycle_key: str | None, force: bool) -> None:
    """Create or update the Confluence page of each cycle; says whether it wrote."""
    needs = build_needs(load_settings(port=8080))
    failed = False
    for found in pick_sites(needs, host):
        for cycle in pick_cycles(needs, found, cycle_key):
            try:
                done = publish_cycle(parts=needs, site_id=found.id, cycle_id=cycle.id, force=force)
            except (DomainError, ConnectError) as error:
                failed = True
                click.echo(f"{found.host}  {cycle.key}  failed: {error}", err=True)
            else:
                click.echo(f"{found.host}  {cycle.key}  {'written' if done.written else 'unchanged'}  {done.url}")
    if failed:
        raise SystemExit(1)
