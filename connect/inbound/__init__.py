"""Calls that come in: verifiers as guards, lifecycle and webhook receivers. A receiver only receives; meaning is made in use cases."""
