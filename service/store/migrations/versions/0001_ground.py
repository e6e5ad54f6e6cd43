"""The ground: sites, plans, check-ins, the mirror of Jira, pages, work and the ledger.

Revision: 0001, after nothing
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = ("checkins", "ledger")


def upgrade() -> None:
    op.create_table('sites',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('host', sa.String(), nullable=False),
    sa.Column('cloud_id', sa.String(), nullable=True),
    sa.Column('space_key', sa.String(), nullable=True),
    sa.Column('preset', sa.String(), nullable=False),
    sa.Column('uninstalled_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sites')),
    sa.UniqueConstraint('cloud_id', name=op.f('uq_sites_cloud_id'))
    )
    op.create_index(op.f('ix_sites_host'), 'sites', ['host'], unique=False)
    op.create_table('cursors',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_cursors_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'name', name=op.f('pk_cursors'))
    )
    op.create_table('cycles',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_cycles_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'id', name=op.f('pk_cycles')),
    sa.UniqueConstraint('site_id', 'key', name=op.f('uq_cycles_site_id_key'))
    )
    op.create_table('deliveries',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('installation_id', sa.String(), nullable=False),
    sa.Column('delivery_id', sa.String(), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_deliveries_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'installation_id', 'delivery_id', name=op.f('pk_deliveries'))
    )
    op.create_index(op.f('ix_deliveries_received_at'), 'deliveries', ['received_at'], unique=False)
    op.create_table('fields',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('field_key', sa.String(), nullable=False),
    sa.Column('field_id', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_fields_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'field_key', name=op.f('pk_fields'))
    )
    op.create_table('installations',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('door', sa.String(), nullable=False),
    sa.Column('product', sa.String(), nullable=False),
    sa.Column('client_key', sa.String(), nullable=False),
    sa.Column('shared_secret', sa.Text(), nullable=True),
    sa.Column('previous_secret', sa.Text(), nullable=True),
    sa.Column('previous_secret_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('base_url', sa.String(), nullable=False),
    sa.Column('cloud_id', sa.String(), nullable=True),
    sa.Column('oauth_client_id', sa.String(), nullable=True),
    sa.Column('uninstalled_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_installations_site_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_installations')),
    sa.UniqueConstraint('client_key', name=op.f('uq_installations_client_key'))
    )
    op.create_index(op.f('ix_installations_site_id_product'), 'installations', ['site_id', 'product'], unique=False)
    op.create_table('issues',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('category', sa.String(), nullable=False),
    sa.Column('points', sa.Float(), nullable=True),
    sa.Column('project_key', sa.String(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('gone', sa.Boolean(), nullable=False),
    sa.Column('seen_options', sa.JSON(), nullable=False),
    sa.Column('changed_rev', sa.BigInteger(), nullable=False),
    sa.Column('published_rev', sa.BigInteger(), nullable=False),
    sa.Column('publish_error', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_issues_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'id', name=op.f('pk_issues'))
    )
    op.create_index(op.f('ix_issues_site_id_key'), 'issues', ['site_id', 'key'], unique=False)
    op.create_index('ix_issues_unpublished', 'issues', ['site_id'], unique=False, sqlite_where=sa.text('changed_rev > published_rev'), postgresql_where=sa.text('changed_rev > published_rev'))
    op.create_table('leases',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('holder', sa.String(), nullable=False),
    sa.Column('until_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_leases_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'name', name=op.f('pk_leases'))
    )
    op.create_table('ledger',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('subject_id', sa.String(), nullable=False),
    sa.Column('author', sa.String(), nullable=True),
    sa.Column('payload', sa.Text(), nullable=False),
    sa.Column('previous_hash', sa.String(), nullable=False),
    sa.Column('hash', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_ledger_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'number', name=op.f('pk_ledger'))
    )
    op.create_index(op.f('ix_ledger_site_id_subject_id'), 'ledger', ['site_id', 'subject_id'], unique=False)
    op.create_table('problems',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('scope', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('message', sa.Text(), nullable=False),
    sa.Column('way_out', sa.Text(), nullable=False),
    sa.Column('key_result_id', sa.String(), nullable=True),
    sa.Column('found_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_problems_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'scope', 'position', name=op.f('pk_problems'))
    )
    op.create_table('teams',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('project_key', sa.String(), nullable=False),
    sa.Column('parent_id', sa.String(), nullable=True),
    sa.Column('preset', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['site_id', 'parent_id'], ['teams.site_id', 'teams.id'], name=op.f('fk_teams_site_id_parent_id')),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_teams_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'id', name=op.f('pk_teams')),
    sa.UniqueConstraint('site_id', 'name', name=op.f('uq_teams_site_id_name'))
    )
    op.create_table('cycle_pages',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('cycle_id', sa.String(), nullable=False),
    sa.Column('page_id', sa.String(), nullable=True),
    sa.Column('space_key', sa.String(), nullable=True),
    sa.Column('title', sa.Text(), nullable=True),
    sa.Column('url', sa.Text(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=True),
    sa.Column('body_hash', sa.String(), nullable=True),
    sa.Column('chart_hash', sa.String(), nullable=True),
    sa.Column('changed_rev', sa.BigInteger(), nullable=False),
    sa.Column('published_rev', sa.BigInteger(), nullable=False),
    sa.Column('next_publish_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('publish_error', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['site_id', 'cycle_id'], ['cycles.site_id', 'cycles.id'], name=op.f('fk_cycle_pages_site_id_cycle_id')),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_cycle_pages_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'cycle_id', name=op.f('pk_cycle_pages'))
    )
    op.create_table('objectives',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('cycle_id', sa.String(), nullable=False),
    sa.Column('team_id', sa.String(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('parent_id', sa.String(), nullable=True),
    sa.Column('rollup', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('epic_id', sa.String(), nullable=True),
    sa.Column('epic_key', sa.String(), nullable=True),
    sa.Column('epic_gone', sa.Boolean(), nullable=False),
    sa.Column('seen_title', sa.Text(), nullable=True),
    sa.Column('changed_rev', sa.BigInteger(), nullable=False),
    sa.Column('published_rev', sa.BigInteger(), nullable=False),
    sa.Column('publish_error', sa.Text(), nullable=True),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('carried_from_id', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['site_id', 'cycle_id'], ['cycles.site_id', 'cycles.id'], name=op.f('fk_objectives_site_id_cycle_id')),
    sa.ForeignKeyConstraint(['site_id', 'parent_id'], ['objectives.site_id', 'objectives.id'], name=op.f('fk_objectives_site_id_parent_id')),
    sa.ForeignKeyConstraint(['site_id', 'team_id'], ['teams.site_id', 'teams.id'], name=op.f('fk_objectives_site_id_team_id')),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_objectives_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'id', name=op.f('pk_objectives'))
    )
    op.create_index(op.f('ix_objectives_site_id_cycle_id'), 'objectives', ['site_id', 'cycle_id'], unique=False)
    op.create_index(op.f('ix_objectives_site_id_parent_id'), 'objectives', ['site_id', 'parent_id'], unique=False)
    op.create_index('ix_objectives_unpublished', 'objectives', ['site_id'], unique=False, sqlite_where=sa.text('changed_rev > published_rev'), postgresql_where=sa.text('changed_rev > published_rev'))
    op.create_index('uq_objectives_epic', 'objectives', ['site_id', 'epic_id'], unique=True, sqlite_where=sa.text("epic_id IS NOT NULL AND state IN ('draft', 'active')"), postgresql_where=sa.text("epic_id IS NOT NULL AND state IN ('draft', 'active')"))
    op.create_table('key_results',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('objective_id', sa.String(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('direction', sa.String(), nullable=False),
    sa.Column('baseline', sa.Float(), nullable=True),
    sa.Column('target', sa.Float(), nullable=True),
    sa.Column('unit', sa.String(), nullable=False),
    sa.Column('lower', sa.Float(), nullable=True),
    sa.Column('upper', sa.Float(), nullable=True),
    sa.Column('weight', sa.Float(), nullable=False),
    sa.Column('owner', sa.String(), nullable=True),
    sa.Column('owner_state', sa.String(), nullable=False),
    sa.Column('confidence', sa.Float(), nullable=True),
    sa.Column('starts_on', sa.Date(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('tracker_kind', sa.String(), nullable=False),
    sa.Column('tracker_slot', sa.Integer(), nullable=True),
    sa.Column('tracker_field_id', sa.String(), nullable=True),
    sa.Column('tracker_method', sa.String(), nullable=True),
    sa.Column('tracker_jql', sa.Text(), nullable=True),
    sa.Column('tracker_jql_field', sa.String(), nullable=True),
    sa.Column('tracker_jql_denominator', sa.Text(), nullable=True),
    sa.Column('tracker_seen', sa.Boolean(), nullable=False),
    sa.Column('tracker_seen_value', sa.Float(), nullable=True),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('shape', sa.Text(), nullable=True),
    sa.Column('path', sa.Text(), nullable=True),
    sa.Column('commitment', sa.String(), nullable=True),
    sa.Column('is_enabler', sa.Boolean(), nullable=False),
    sa.Column('option_id', sa.Integer(), nullable=True),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['site_id', 'objective_id'], ['objectives.site_id', 'objectives.id'], name=op.f('fk_key_results_site_id_objective_id')),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_key_results_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'id', name=op.f('pk_key_results'))
    )
    op.create_index(op.f('ix_key_results_site_id_objective_id'), 'key_results', ['site_id', 'objective_id'], unique=False)
    op.create_index(op.f('ix_key_results_site_id_option_id'), 'key_results', ['site_id', 'option_id'], unique=False)
    op.create_index('uq_key_results_field', 'key_results', ['site_id', 'objective_id', 'tracker_field_id'], unique=True, sqlite_where=sa.text("state = 'active'"), postgresql_where=sa.text("state = 'active'"))
    op.create_index('uq_key_results_slot', 'key_results', ['site_id', 'objective_id', 'tracker_slot'], unique=True, sqlite_where=sa.text("state = 'active'"), postgresql_where=sa.text("state = 'active'"))
    op.create_table('parent_links',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('child_id', sa.String(), nullable=False),
    sa.Column('parent_id', sa.String(), nullable=False),
    sa.Column('share', sa.Float(), nullable=True),
    sa.ForeignKeyConstraint(['site_id', 'child_id'], ['objectives.site_id', 'objectives.id'], name=op.f('fk_parent_links_site_id_child_id')),
    sa.ForeignKeyConstraint(['site_id', 'parent_id'], ['objectives.site_id', 'objectives.id'], name=op.f('fk_parent_links_site_id_parent_id')),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_parent_links_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'child_id', 'parent_id', name=op.f('pk_parent_links'))
    )
    op.create_index(op.f('ix_parent_links_site_id_parent_id'), 'parent_links', ['site_id', 'parent_id'], unique=False)
    op.create_table('checkins',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('key_result_id', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('value', sa.Float(), nullable=True),
    sa.Column('confidence', sa.Float(), nullable=True),
    sa.Column('projection', sa.Float(), nullable=True),
    sa.Column('confidence_scale', sa.String(), nullable=True),
    sa.Column('status', sa.String(), nullable=True),
    sa.Column('numerator', sa.Float(), nullable=True),
    sa.Column('denominator', sa.Float(), nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('author', sa.String(), nullable=True),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('key', sa.String(), nullable=True),
    sa.Column('provenance', sa.Text(), nullable=True),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['site_id', 'key_result_id'], ['key_results.site_id', 'key_results.id'], name=op.f('fk_checkins_site_id_key_result_id')),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_checkins_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'id', name=op.f('pk_checkins')),
    sa.UniqueConstraint('site_id', 'key_result_id', 'key', name=op.f('uq_checkins_site_id_key_result_id_key'))
    )
    op.create_index(op.f('ix_checkins_site_id_key_result_id_at_recorded_at'), 'checkins', ['site_id', 'key_result_id', 'at', 'recorded_at'], unique=False)
    op.create_table('initiatives',
    sa.Column('site_id', sa.String(), nullable=False),
    sa.Column('key_result_id', sa.String(), nullable=False),
    sa.Column('issue_id', sa.String(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('linked_by', sa.String(), nullable=True),
    sa.Column('linked_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['site_id', 'issue_id'], ['issues.site_id', 'issues.id'], name=op.f('fk_initiatives_site_id_issue_id')),
    sa.ForeignKeyConstraint(['site_id', 'key_result_id'], ['key_results.site_id', 'key_results.id'], name=op.f('fk_initiatives_site_id_key_result_id')),
    sa.ForeignKeyConstraint(['site_id'], ['sites.id'], name=op.f('fk_initiatives_site_id')),
    sa.PrimaryKeyConstraint('site_id', 'key_result_id', 'issue_id', name=op.f('pk_initiatives'))
    )
    op.create_index(op.f('ix_initiatives_site_id_issue_id'), 'initiatives', ['site_id', 'issue_id'], unique=False)
    for table in APPEND_ONLY:
        refuse_updates(table)


def refuse_updates(table: str) -> None:
    """History is added to, never rewritten. Source: requirements 2.7, T-20."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION {table}_refuse_update() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse_update()"
        )
    else:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
