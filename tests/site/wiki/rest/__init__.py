"""Confluence's REST APIs: v2 for spaces, pages and properties, the rest of v1 for labels, files and search.

Each module reads a request, asks the wiki for one thing and shapes the answer as the specification says.
"""
