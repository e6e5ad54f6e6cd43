"""Puts the words within reach of the templates."""

from flask import Flask

from service.domain import wording
from service.web.charts.over_time import confidence_over_time, progress_over_time
from service.web.charts.sparkline import sparkline
from service.web.texts import changes, dates, judgements, states
from service.web.texts.lines import first_up, spaced, tight
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
        spaced=spaced,
        first_up=first_up,
        event_word=changes.event_word,
        reason_word=changes.reason_word,
        change_text=changes.change_text,
        sufficiency_word=judgements.sufficiency_word,
        sufficiency_tone=judgements.sufficiency_tone,
        do_nothing_word=judgements.do_nothing_word,
        do_nothing_tone=judgements.do_nothing_tone,
        quadrant_word=judgements.quadrant_word,
        quadrant_tone=judgements.quadrant_tone,
        severity_word=judgements.severity_word,
        severity_tone=judgements.severity_tone,
        request_word=judgements.request_word,
        request_tone=judgements.request_tone,
        answer_word=judgements.answer_word,
        answer_tone=judgements.answer_tone,
        aspect_word=judgements.aspect_word,
        policy_words=judgements.policy_words,
        quadrant_says=judgements.quadrant_says,
        severity_sign=judgements.severity_sign,
        severity_verb=judgements.severity_verb,
        watch_words=judgements.watch_words,
        source_words=judgements.source_words,
        slack_words=judgements.slack_words,
    )
    app.jinja_env.globals.update(
        sparkline=sparkline,
        progress_over_time=progress_over_time,
        confidence_over_time=confidence_over_time,
    )
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
