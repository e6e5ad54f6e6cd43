"""`northstar site …`: which sites are installed, and forgetting one."""

import click

from service.parts import build_needs
from service.usecases.list_sites import list_sites
from service.usecases.remove_site import remove_site
from tasks.commands.environment import load_settings
from tasks.commands.pick import pick_sites


@click.group()
def site() -> None:
    """The sites Northstar is installed in."""


@site.command("list")
def list_() -> None:
    """List every site with its products and what is known about it."""
    needs = build_needs(load_settings(port=8080))
    for found in list_sites(parts=needs):
        state = f"uninstalled {found.uninstalled_at:%Y-%m-%d}" if found.uninstalled_at else "installed"
        click.echo(f"{found.host}  {state}  space {found.space_key or 'not chosen'}")


@site.command("remove")
@click.argument("host")
@click.confirmation_option(prompt="This deletes every objective, key result and check-in of the site. Go on?")
def remove(host: str) -> None:
    """Delete everything Northstar knows about a site. Jira and Confluence keep what was written there."""
    needs = build_needs(load_settings(port=8080))
    for found in pick_sites(needs, host):
        remove_site(parts=needs, site_id=found.id)
        click.echo(f"{found.host} removed")
