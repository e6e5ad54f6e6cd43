"""Use cases on a real store (SQLite), with products that answer from memory and a queue that only listens."""
