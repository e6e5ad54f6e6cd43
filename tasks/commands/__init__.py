"""The `northstar` command: one file a group of commands. It reads the environment, starts processes, and calls use cases."""

from tasks.commands.main import main

__all__ = ["main"]
