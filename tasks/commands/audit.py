"""`northstar audit`: judge the texts of objectives and key results. A list needs no site, no database and no network."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

import click

from service.domain.errors import DomainError
from service.usecases.audit_lines import audit_lines
from service.usecases.audit_report import report_lines


@click.command()
@click.argument("source", type=click.File("r", encoding="utf-8", errors="replace"), default="-")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    help="jsonl: one JSON object a line in and out. text: a plain list in, a report out.",
)
@click.option(
    "--preset", help="The doctrine to judge by. Without one, a list meets the strictest reading, a cycle its team's."
)
@click.option("--language", default="en", show_default=True, help="The language of the texts: en, de, es or auto.")
@click.option("--show-all", is_flag=True, help="Show minor findings beside a decisive one, too.")
@click.option("--cycle", "cycle_key", help="Judge this cycle instead of a list, by key.")
@click.option("--issue", "issue_key", help="Judge the objective of this epic and its key results instead of a list.")
@click.option("--site", "host", help="With --cycle or --issue: only this site, by host.")
def audit(
    source: TextIO,
    shape: str,
    preset: str | None,
    language: str,
    show_all: bool,
    cycle_key: str | None,
    issue_key: str | None,
    host: str | None,
) -> None:
    """Judge texts from a FILE or standard input, or what a site holds.

    Ends with 1 when a line was refused.
    """
    options: dict[str, Any] = {"preset": preset, "language": language, "show_all": show_all}
    if host and not (cycle_key or issue_key):
        raise click.UsageError("--site needs --cycle or --issue: say what of the site to judge.")
    if shape == "jsonl" and (cycle_key or issue_key):
        raise click.UsageError("--format jsonl reads lines; leave it out to judge a cycle or an issue.")
    try:
        if cycle_key or issue_key:
            # Imported here: judging a list must not wait for the database's and the broker's libraries.
            from tasks.commands.audit_sites import judge_sites

            judge_sites(host=host, cycle_key=cycle_key, issue_key=issue_key, options=options)
        elif shape == "text":
            for line in report_lines(lines=source, **options):
                click.echo(line)
        elif _write(audit_lines(lines=_without_mark(source), **options)):
            raise SystemExit(1)
    except DomainError as error:
        raise click.ClickException(error.message) from error


def _without_mark(lines: Iterable[str]) -> Iterator[str]:
    """Drop the byte-order mark that some editors put before the first line."""
    for line in lines:
        yield line.removeprefix("\ufeff")


def _write(replies: Iterable[dict[str, object]]) -> int:
    """Print the replies as they come; return how many lines were refused."""
    counted: Counter[bool] = Counter()
    for answer in replies:
        counted["error" in answer] += 1
        sys.stdout.write(json.dumps(answer) + "\n")
    return counted[True]
