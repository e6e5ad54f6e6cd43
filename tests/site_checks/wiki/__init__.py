"""Checks of the simulated Confluence and of the pages people see."""
