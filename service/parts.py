"""Builds what use cases are given, once for web and worker alike. The only room that knows both the settings and every adapter."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import uuid4

from celery import Celery

from connect.descriptor import APP_KEY
from connect.outbound.atlassian import Products
from connect.outbound.budget import Budget
from connect.outbound.confluence import ConfluenceClient
from connect.outbound.counters import Counters, MemoryCounters
from connect.outbound.counters_redis import RedisCounters
from connect.outbound.jira import JiraClient
from connect.outbound.wording import Wording
from connect.site import Installation, Product
from service.jobs import Job
from service.settings import Settings
from service.store import Store
from service.usecases.needs import Needs, NoInstallation, Rephrase

EMBEDDED_POLL_S = 0.02
"""Units: seconds. Kombu's in-memory transport polls once a second by default, which a person watching would feel."""


def make_celery(settings: Settings) -> Celery:
    """Return a Celery app that knows the broker and the wire format; `tasks.app` adds the tasks, others only send."""
    celery = Celery("northstar", broker=settings.redis_url or "memory://", set_as_current=False)
    celery.conf.update(
        task_serializer="json",
        accept_content=["json"],
        task_ignore_result=True,
        task_default_queue="changes",
        broker_connection_retry_on_startup=True,
        broker_transport_options={"polling_interval": EMBEDDED_POLL_S} if settings.embedded else {},
    )
    return celery


def build_needs(settings: Settings, *, celery: Celery | None = None, store: Store | None = None) -> Needs:
    """Open the store and the product clients and return the ports of every use case."""
    opened = store or Store.open(settings.database_url, secret_keys=settings.secret_keys)
    products = Products(app_key=APP_KEY, budget=Budget(counters=_counters(settings)), on_send=_refuse_inside(opened))
    sender = celery or make_celery(settings)

    def enqueue(job: Job, *args: str | bool, countdown_s: float = 0) -> None:
        sender.send_task(job.name, args=args, queue=job.queue, countdown=countdown_s or None)

    def jira(site_id: str) -> JiraClient:
        return products.jira(_installation(opened, site_id, Product.JIRA))

    def confluence(site_id: str) -> ConfluenceClient:
        return products.confluence(_installation(opened, site_id, Product.CONFLUENCE))

    return Needs(
        store=opened,
        jira=jira,
        confluence=confluence,
        enqueue=enqueue,
        now=lambda: datetime.now(UTC),
        new_id=lambda: uuid4().hex,
        base_url=settings.base_url,
        allowed_hosts=settings.allowed_hosts,
        publish_interval_s=settings.publish_interval_s,
        **_words(settings),
    )


def _words(settings: Settings) -> dict[str, Rephrase]:
    if settings.wording_url is None:
        return {}
    model = Wording(url=settings.wording_url, model=settings.wording_model, key=settings.wording_key)
    return {"rephrase": model.rephrase}


def _counters(settings: Settings) -> Counters:
    memory = MemoryCounters()
    return RedisCounters(url=settings.redis_url, fallback=memory) if settings.redis_url else memory


def _installation(store: Store, site_id: str, product: Product) -> Installation:
    with store.reading() as tx:
        found = tx.installations.find_live(site_id=site_id, product=product)
    if found is None:
        raise NoInstallation(
            f"Northstar is not installed in this site's {product.value.title()}. Install it there and try again."
        )
    return found


def _refuse_inside(store: Store) -> Callable[[], None]:
    """Return a hook that refuses a call to a product while a transaction is open: a slow vendor must not hold our rows."""

    def on_send() -> None:
        if store.in_transaction:
            raise RuntimeError("HTTP inside a transaction: gather before it, apply after it")

    return on_send
