"""Lets `python -m tasks.commands` be the `northstar` command, without an installed script."""

from tasks.commands import main

main()
