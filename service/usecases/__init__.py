"""One verb a file: gather, decide (domain), apply. Keyword-only, one transaction, no HTTP inside it."""
