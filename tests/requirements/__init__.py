"""Which requirement is proven by which test and built at which place: the table in `docs/requirements.md`, and what it misses."""
