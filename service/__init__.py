"""Northstar's own house: web, use cases, domain and store. What Atlassian looks like stays in `connect/`."""
