"""`northstar verify-ledger`: prove that no promise was rewritten."""

import click

from service.parts import build_needs
from service.usecases.verify_ledger import LedgerReport, verify_ledger
from tasks.commands.environment import load_settings
from tasks.commands.pick import pick_sites


class Head(click.ParamType[tuple[int, str]]):
    """A hash noted earlier, as `NUMBER:HASH`."""

    name = "NUMBER:HASH"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, str]:
        """Return number and hash."""
        number, _, digest = value.partition(":")
        if not number.isdigit() or not digest:
            self.fail("Give the number of an entry and its hash, as this command printed them: 42:9f86d0…", param, ctx)
        return int(number), digest


@click.command("verify-ledger")
@click.option("--site", "host", help="Only this site, by host (see `northstar site list`).")
@click.option("--head", "heads", type=Head(), multiple=True, help="A head noted earlier; needs --site.")
def verify_the_ledger(host: str | None, heads: tuple[tuple[int, str], ...]) -> None:
    """Check every entry of the promise ledger; names each one that was edited, dropped or moved, and ends with 1 then.

    Keep the printed head: given back with --head, it proves later that the end was not cut off.
    """
    if heads and host is None:
        raise click.UsageError("A head belongs to one site: name it with --site.")
    needs = build_needs(load_settings(port=8080))
    reports = [
        (site.host, verify_ledger(parts=needs, site_id=site.id, heads=dict(heads))) for site in pick_sites(needs, host)
    ]
    for name, report in reports:
        _print(name, report)
    if not all(report.is_sound for _, report in reports):
        raise SystemExit(1)


def _print(host: str, report: LedgerReport) -> None:
    head = f"  head {report.head.number}:{report.head.hash}" if report.head else ""
    click.echo(f"{host}  {report.entries} entries  {'sound' if report.is_sound else 'BROKEN'}{head}")
    for broken in report.breaks:
        click.echo(f"{host}  entry {broken.number}  {broken.fault}  {broken.message}")
    for past in report.unsaid:
        fields = ", ".join(past.fields)
        click.echo(f"{host}  key result {past.key_result_id}  not as the ledger says: {fields}")
    for cycle_id in report.unsealed:
        click.echo(f"{host}  cycle {cycle_id}  its results are not the ones that were sealed")
