"""`northstar export` and `northstar import`: a site's plan to a file and back."""

import json
from pathlib import Path
from typing import TextIO

import click

from connect.errors import ConnectError
from service.domain.errors import DomainError
from service.domain.exchange import Row, RowError, rows_of_csv, rows_of_document, to_csv
from service.domain.model import Site
from service.parts import build_needs
from service.usecases.adopt_project import adopt_project
from service.usecases.export_plan import export_plan
from service.usecases.import_plan import Imported, ImportRefused, import_plan
from service.usecases.needs import Needs
from tasks.commands.environment import load_settings
from tasks.commands.pick import pick_sites

FORMATS = click.Choice(["json", "csv"])


@click.command("export")
@click.option("--format", "shape", type=FORMATS, default="json", show_default=True)
@click.option("--site", "host", help="Which site, by host; needed where there are several.")
@click.option("--cycle", "cycle_key", help="Only this cycle, by key.")
@click.option(
    "--output", type=click.File("w", encoding="utf-8", lazy=True), default="-", help="A file; default: stdout."
)
def export_the_plan(shape: str, host: str | None, cycle_key: str | None, output: TextIO) -> None:
    """Write cycles, teams, objectives, key results, check-ins, initiatives and waivers; in JSON also votes and the ledger."""
    needs, site = _one_site(host)
    try:
        whole = export_plan(parts=needs, site_id=site.id, cycle_key=cycle_key)
    except DomainError as error:
        raise click.ClickException(error.message) from error
    output.write(to_csv(document=whole) if shape == "csv" else json.dumps(whole, ensure_ascii=False, indent=1) + "\n")


@click.command("import")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path), required=False)
@click.option("--format", "shape", type=FORMATS, help="How to read the FILE; default: by its ending, else json.")
@click.option("--site", "host", help="Which site, by host; needed where there are several.")
@click.option("--dry-run", is_flag=True, help="Say what would be added and what is wrong; change nothing.")
@click.option(
    "--from-project", "project_key", help="Instead of a FILE: adopt the OKRs that a Jira project keeps as issues."
)
@click.option("--cycle", "cycle_key", help="With --from-project: the cycle they belong to, by key.")
@click.option("--team", "team_name", help="With --from-project: the team that owns them; default: the project's.")
def import_a_plan(
    source: Path | None,
    shape: str | None,
    host: str | None,
    dry_run: bool,
    project_key: str | None,
    cycle_key: str | None,
    team_name: str | None,
) -> None:
    """Add a plan from a FILE (`-` is standard input), all of it or nothing. Ends with 1 when a row is wrong."""
    if (source is None) is (project_key is None):
        raise click.UsageError("Name either a FILE or --from-project KEY.")
    needs, site = _one_site(host)
    try:
        if project_key is not None:
            adopted = adopt_project(
                parts=needs,
                site_id=site.id,
                by=None,
                project_key=project_key,
                cycle_key=cycle_key,
                team_name=team_name,
                dry_run=dry_run,
            )
            for line in adopted.lines:
                click.echo(line)
            done = adopted.imported
        else:
            rows = _rows(source or Path("-"), shape)
            done = import_plan(parts=needs, site_id=site.id, by=None, rows=rows, dry_run=dry_run)
    except ImportRefused as refused:
        _fail(refused.errors)
    except (DomainError, ConnectError) as error:
        raise click.ClickException(str(error)) from error
    _print(done)
    if done.errors:
        _fail(done.errors)


def _one_site(host: str | None) -> tuple[Needs, Site]:
    needs = build_needs(load_settings(port=8080))
    sites = pick_sites(needs, host)
    if len(sites) > 1:
        raise click.UsageError(f"Name one site with --site: {', '.join(each.host for each in sites)}.")
    return needs, sites[0]


def _rows(source: Path, shape: str | None) -> tuple[Row, ...]:
    with click.open_file(str(source), encoding="utf-8", errors="strict") as file:
        try:
            text = file.read()
        except UnicodeDecodeError as error:
            raise click.ClickException(f"{source} is not UTF-8 text: save it as UTF-8.") from error
    if (shape or source.suffix.removeprefix(".")) == "csv":
        return rows_of_csv(text=text)
    try:
        return rows_of_document(data=json.loads(text))
    except ValueError as error:
        raise click.ClickException(f"{source} is not readable JSON: {error}") from error


def _print(done: Imported) -> None:
    verb = "would be added" if done.dry_run else "added"
    added = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in done.added.items())
    left_out = f"; {done.left_out} epics and initiatives of another site left out" if done.left_out else ""
    click.echo(f"{verb}: {added}; {done.unchanged} stand there already{left_out}")


def _fail(errors: tuple[RowError, ...]) -> None:
    for error in errors:
        click.echo(f"{error.place}, {error.column or 'whole row'}: {error.message}", err=True)
    click.echo(f"{len(errors)} fault(s), nothing was imported", err=True)
    raise SystemExit(1)
