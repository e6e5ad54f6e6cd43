"""Background work: Celery app, schedule, retry policy and thin tasks. No rule of the product lives here."""
