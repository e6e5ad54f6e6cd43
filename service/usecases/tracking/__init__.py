"""Asking Jira for what trackers read. What a reading means is the domain's; recording it stands in the use cases."""
