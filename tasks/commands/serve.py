"""Starts processes: everything in one (`run`), or web, worker and beat apart."""

import signal
import sys
import threading

import click
from celery.beat import EmbeddedService
from waitress.server import create_server

from service.app import create_app
from service.parts import build_needs, make_celery
from service.settings import Settings
from tasks.app import create_worker
from tasks.commands.environment import load_settings
from tasks.commands.logs import write_logs

WEB_THREADS = 8
WORKER_THREADS = 4
WORKER_PROCESSES = 2


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8080, show_default=True, help="Where to listen.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
def run(port: int, host: str) -> None:
    """Run web, worker and beat in this one process; nothing else is needed (SQLite, embedded broker)."""
    settings = load_settings(port=port)
    write_logs(settings.log_level)
    celery = create_worker(settings, needs=(needs := build_needs(settings, celery=make_celery(settings))))
    needs.store.migrate()
    app = create_app(settings, needs=needs)
    _start_worker(celery)
    EmbeddedService(celery, thread=True, scheduler_cls="celery.beat:Scheduler").start()
    _listen(app, host=host, port=port, said=f"Northstar listens on http://{host}:{port} as {settings.base_url}")


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8080, show_default=True, help="Where to listen.")
@click.option("--host", default="0.0.0.0", show_default=True, help="Address to listen on.")  # noqa: S104  # behind a proxy
def serve(port: int, host: str) -> None:
    """Run the web process only; worker and beat run beside it and share NORTHSTAR_REDIS_URL."""
    settings = load_settings()
    write_logs(settings.log_level)
    _needs_redis(settings)
    app = create_app(settings)
    app.extensions["northstar"].store.migrate()
    _listen(app, host=host, port=port, said=f"Northstar's web listens on http://{host}:{port} as {settings.base_url}")


@click.command()
@click.option(
    "--concurrency", type=click.IntRange(1, 64), default=WORKER_PROCESSES, show_default=True, help="Processes."
)
def worker(concurrency: int) -> None:
    """Run a worker that consumes every queue; processes, because only those can be stopped at a time limit."""
    settings = load_settings()
    write_logs(settings.log_level)
    _needs_redis(settings)
    celery = create_worker(settings)
    celery.worker_main(["worker", "--pool=prefork", f"--concurrency={concurrency}", f"--loglevel={settings.log_level}"])


@click.command()
def beat() -> None:
    """Run the clock that starts periodic work; exactly one a deployment."""
    settings = load_settings()
    write_logs(settings.log_level)
    _needs_redis(settings)
    create_worker(settings).Beat(scheduler_cls="celery.beat:Scheduler", loglevel=settings.log_level).run()


def _start_worker(celery: object) -> None:
    controller = celery.WorkController(  # type: ignore[attr-defined]
        pool_cls="threads",
        concurrency=WORKER_THREADS,
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
        loglevel="WARNING",
    )
    threading.Thread(target=controller.start, name="worker", daemon=True).start()


def _listen(app: object, *, host: str, port: int, said: str) -> None:
    try:
        server = create_server(app, host=host, port=port, threads=WEB_THREADS, ident="northstar")
    except OSError as error:
        raise click.ClickException(
            f"cannot listen on {host}:{port} ({error.strerror or error}). "
            "Stop the program that has this port, or choose another one with --port."
        ) from error

    def stop(_signal: int, _frame: object) -> None:
        server.close()
        sys.exit(0)

    signal.signal(signal.SIGTERM, stop)
    click.echo(said)
    server.run()


def _needs_redis(settings: Settings) -> None:
    if settings.embedded:
        raise click.ClickException(
            "NORTHSTAR_REDIS_URL is not set: separate processes need a broker they share. "
            "Set it, or use `northstar run` for everything in one process."
        )
