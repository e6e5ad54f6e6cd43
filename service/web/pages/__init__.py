"""The pages Jira and Confluence put into iframes: a signed address in, a full page from our own database out.

Nothing here asks Jira or Confluence; what needs them is a fragment.
"""
