"""Accuracy and speed of the text auditor on labelled sentences that stay outside the repository."""
