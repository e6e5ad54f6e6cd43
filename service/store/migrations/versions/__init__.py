"""Schema revisions, oldest first. They describe tables as they were, so nothing of ours is imported."""
