"""Pieces of pages that htmx fetches: live regions (polled with ETags) and forms. Reached with a context token."""
