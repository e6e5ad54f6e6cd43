"""The command group. Each command stands in a file of its own beside this one."""

import logging

import click

from tasks.commands.audit import audit
from tasks.commands.exchange import export_the_plan, import_a_plan
from tasks.commands.publish import publish
from tasks.commands.serve import beat, run, serve, worker
from tasks.commands.sites import site
from tasks.commands.sync import sync
from tasks.commands.verify_ledger import verify_the_ledger


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="northstar")
def main() -> None:
    """Northstar: OKRs that live where the work lives, in Jira and Confluence."""
    logging.captureWarnings(True)


for command in (audit, run, serve, worker, beat, site, sync, publish, verify_the_ledger, export_the_plan, import_a_plan):
    main.add_command(command)
