"""Reading issues' pasts and the links between issues from Jira. What they mean is the domain's; keeping it, the use cases'."""
