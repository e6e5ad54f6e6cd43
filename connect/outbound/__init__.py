"""Calls that go out: one client a product, one method an endpoint, one place that sends. Vendor shapes end here."""
