"""Shapes of our own JSON API, in and out; one noun a file. No queries, no behaviour, no domain objects.

The words a field may take are written here again because schemas import nothing of ours; a test holds them
equal to the domain's.
"""
