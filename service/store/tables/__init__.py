"""The tables. Every one has `site_id` as the first part of its key, so that no row can point into another site."""

from service.store.tables.base import metadata
from service.store.tables.challenge import (
    dismissals,
    guardrail_readings,
    guardrails,
    success_conditions,
    sufficiency_votes,
)
from service.store.tables.checkins import checkins
from service.store.tables.confluence import cycle_pages
from service.store.tables.endings import cycle_results, own_presets, retrospectives
from service.store.tables.jira import fields, initiatives, issues
from service.store.tables.judgement import vote_rounds, votes, waivers
from service.store.tables.ledger import ledger
from service.store.tables.plans import cycles, key_results, objectives, parent_links, teams
from service.store.tables.rooms import agenda_templates, session_acts, sessions
from service.store.tables.sites import installations, sites
from service.store.tables.synthesis import allowances, histories, requests, synthesis_runs
from service.store.tables.work import cursors, deliveries, leases, problems

__all__ = [
    "agenda_templates",
    "allowances",
    "checkins",
    "cursors",
    "cycle_pages",
    "cycle_results",
    "cycles",
    "deliveries",
    "dismissals",
    "fields",
    "guardrail_readings",
    "guardrails",
    "histories",
    "initiatives",
    "installations",
    "issues",
    "key_results",
    "leases",
    "ledger",
    "metadata",
    "objectives",
    "own_presets",
    "parent_links",
    "problems",
    "requests",
    "retrospectives",
    "session_acts",
    "sessions",
    "sites",
    "success_conditions",
    "sufficiency_votes",
    "synthesis_runs",
    "teams",
    "vote_rounds",
    "votes",
    "waivers",
]
