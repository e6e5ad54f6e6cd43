"""`northstar doctor`: what works, what does not, and what to do about it."""

from collections.abc import Iterator
from dataclasses import dataclass

import click

from connect.errors import ConnectError
from service.domain.errors import DomainError
from service.parts import build_needs, make_celery
from service.settings import Settings
from service.store.secrets import Undecryptable
from service.usecases.check_ready import check_ready
from service.usecases.list_sites import list_sites
from service.usecases.needs import Needs
from service.usecases.read_setup import read_setup
from tasks.commands.environment import load_settings

BROKER_TIMEOUT_S = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at. `way_out` says what to do when it is not well."""

    ok: bool
    name: str
    way_out: str = ""


@click.command()
def doctor() -> None:
    """Check settings, database, broker, and what each site still lacks. Ends with 1 if anything does."""
    settings = load_settings(port=8080)
    sick = 0
    for line in _examine(settings):
        click.echo(f"{'ok  ' if line.ok else 'FAIL'}  {line.name}{'' if line.ok else f': {line.way_out}'}")
        sick += not line.ok
    if sick:
        raise SystemExit(1)


def _examine(settings: Settings) -> Iterator[Line]:
    yield Line(True, f"settings: served as {settings.base_url}")
    needs = build_needs(settings)
    try:
        check_ready(parts=needs)
        sites = [site for site in list_sites(parts=needs) if site.uninstalled_at is None]
    except Exception as error:  # whatever is wrong with the database, the operator wants it in one line
        yield Line(
            False, "database", f"{type(error).__name__}; check NORTHSTAR_DATABASE_URL, then start `northstar run` once"
        )
        return
    yield Line(True, "database: answers")
    yield _broker(settings)
    if not sites:
        yield Line(
            False, "sites", f"none is installed yet; install {settings.base_url}/atlassian-connect.json into Jira"
        )
    for site in sites:
        yield from _site(needs, site.id, site.host)


def _broker(settings: Settings) -> Line:
    if settings.redis_url is None:
        return Line(True, "broker: embedded, for `northstar run` only")
    try:
        with make_celery(settings).connection_for_write(connect_timeout=BROKER_TIMEOUT_S) as connection:
            connection.ensure_connection(max_retries=1, timeout=BROKER_TIMEOUT_S)
    except Exception as error:  # every transport has errors of its own
        return Line(False, "broker", f"{type(error).__name__}; check NORTHSTAR_REDIS_URL")
    return Line(True, "broker: answers")


def _site(needs: Needs, site_id: str, host: str) -> Iterator[Line]:
    try:
        setup = read_setup(parts=needs, site_id=site_id)
    except (DomainError, ConnectError, Undecryptable) as error:
        yield Line(False, host, str(error))
        return
    for check in setup.checks:
        said = f"{host}: {check.name}{f' – {check.detail}' if check.detail else ''}"
        yield Line(check.ok, said, check.way_out)
