"""A small Atlassian Cloud site that speaks real HTTP: the other side of every wire.

Here: how a Jira and a Confluence Cloud site behave towards an app. Not here: anything of Northstar; this package
imports nothing of ours, has its own token code, and is checked against Atlassian's published specifications.
"""
