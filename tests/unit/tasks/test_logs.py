"""Log lines carry the ids that belong to them."""

import logging

from tasks.commands.logs import FORMAT, WithIds


def line(name: str, message: str, **extra: object) -> str:
    record = logging.getLogger(name).makeRecord(name, logging.INFO, "f", 1, message, (), None, extra=extra)
    return WithIds(FORMAT).format(record)


def test_ids_stand_behind_our_messages() -> None:
    assert line("service.usecases.x", "page not published", site_id="s1", cycle_id="c1").endswith(
        "page not published site_id=s1 cycle_id=c1"
    )


def test_a_message_without_ids_stays_short() -> None:
    assert line("tasks.app", "ready").endswith(" tasks.app ready")


def test_what_libraries_carry_is_not_written() -> None:
    assert line("celery.app.trace", "done", data={"args": "secret"}).endswith("celery.app.trace done")


def test_ids_stand_on_the_first_line_of_a_trace() -> None:
    assert line("service.web", "broken\nTraceback", request_id="r1").endswith(
        "service.web broken request_id=r1\nTraceback"
    )
