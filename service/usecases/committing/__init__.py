"""How each part of an agreed draft gets into the plan and into Jira. Every step looks first whether it was done before."""
