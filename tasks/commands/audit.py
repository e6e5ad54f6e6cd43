"""`northstar audit`: judge the texts of objectives and key results; needs no site, no database and no network."""

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
    help="jsonl: one JSON object a line in and out. text: a plain list of objectives and key results in, a report out.",
)
@click.option("--preset", help="The doctrine to judge by; without one the strictest reading applies.")
@click.option("--language", default="en", show_default=True, help="The language of the texts: en, de or es.")
@click.option("--show-all", is_flag=True, help="Show minor findings beside a decisive one, too.")
def audit(source: TextIO, shape: str, preset: str | None, language: str, show_all: bool) -> None:
    """Judge texts from a FILE or standard input.

    Ends with 1 when a line was refused.
    """
    options: dict[str, Any] = {"preset": preset, "language": language, "show_all": show_all}
    try:
        if shape == "text":
            for line in report_lines(lines=source, **options):
                click.echo(line)
            return
        refused = _write(audit_lines(lines=_without_mark(source), **options))
    except DomainError as error:
        raise click.ClickException(error.message) from error
    if refused:
        raise SystemExit(1)


def _without_mark(lines: Iterable[str]) -> Iterator[str]:
    """Drop the byte-order mark that some editors put before the first line."""
    for line in lines:
        yield line.removeprefix("\ufeff")


def _write(replies: Iterable[dict[str, object]]) -> int:
    counted: Counter[bool] = Counter()
    for answer in replies:
        counted["error" in answer] += 1
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return counted[True]
