"""Accuracy and speed of the text auditor on labelled sentences that stay outside the repository."""

from tests.bench.audit.measure import main

__all__ = ["main"]
