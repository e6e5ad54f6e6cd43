"""What the synchronising use cases share: the write lane of an issue, taking in what Jira shows, what Jira is to show."""
