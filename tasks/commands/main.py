"""The command group. Each command stands in a file of its own beside this one, and is loaded only when it is called.

Judging one text must not wait for Celery and Matplotlib to be imported.
"""

import logging
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import click

COMMANDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "run": ("serve", "run"),
        "serve": ("serve", "serve"),
        "worker": ("serve", "worker"),
        "beat": ("serve", "beat"),
        "site": ("sites", "site"),
        "sync": ("sync", "sync"),
        "publish": ("publish", "publish"),
        "doctor": ("doctor", "doctor"),
        "audit": ("audit", "audit"),
        "verify-ledger": ("verify_ledger", "verify_the_ledger"),
        "export": ("exchange", "export_the_plan"),
        "import": ("exchange", "import_a_plan"),
    }
)
"""Command → (module of this package, its name there)."""


class LoadedWhenCalled(click.Group):
    """A group that imports a command's module when the command is called or explained."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names in the order they are worth reading."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, or None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"tasks.commands.{module}"), name)
        return command


@click.group(cls=LoadedWhenCalled, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="northstar")
def main() -> None:
    """Northstar: OKRs that live where the work lives, in Jira and Confluence."""
    logging.captureWarnings(True)
