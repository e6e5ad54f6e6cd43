"""`northstar sync`: compare everything with Jira now, instead of waiting for the next pass."""

import click

from connect.errors import ConnectError
from service.domain.errors import DomainError
from service.parts import build_needs
from service.usecases.reconcile_site import reconcile_site
from tasks.commands.environment import load_settings
from tasks.commands.pick import pick_sites


@click.command()
@click.option("--site", "host", help="Only this site, by host (see `northstar site list`).")
@click.option("--full", is_flag=True, help="Read every linked issue, not only those changed lately.")
def sync(host: str | None, full: bool) -> None:
    """Read what changed in Jira and repair what was missed."""
    needs = build_needs(load_settings(port=8080))
    for found in pick_sites(needs, host):
        try:
            report = reconcile_site(parts=needs, site_id=found.id, full=full)
        except (DomainError, ConnectError) as error:
            raise click.ClickException(f"{found.host}: {error}") from error
        click.echo(f"{found.host}  {report}")
