"""Puts the words within reach of the templates."""

from flask import Flask

from service.domain import wording
from service.web.charts.over_time import confidence_over_time, progress_over_time
from service.web.charts.sparkline import sparkline
from service.web.texts import changes, dates, states
from service.web.texts.lines import tight
from service.web.texts.outlooks import outlook_sentence


def teach_templates(app: Flask) -> None:
    """Register filters and charts on the template environment of `app`."""
    app.jinja_env.filters.update(
        aim=wording.aim,
        current=wording.current,
        percent=wording.percent,
        quantity=wording.quantity,
        day=dates.day,
        full_day=dates.full_day,
        machine=dates.machine,
        last_checkin_at=dates.last_checkin_at,
        moment=dates.moment,
        status_word=states.status_word,
        status_tone=states.status_tone,
        cycle_word=states.cycle_word,
        cycle_tone=states.cycle_tone,
        category_tone=states.category_tone,
        source_word=states.source_word,
        owner_word=states.owner_word,
        kind_word=states.kind_word,
        outlook_sentence=outlook_sentence,
        tight=tight,
        event_word=changes.event_word,
        reason_word=changes.reason_word,
        change_text=changes.change_text,
    )
    app.jinja_env.globals.update(
        sparkline=sparkline,
        progress_over_time=progress_over_time,
        confidence_over_time=confidence_over_time,
    )
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
