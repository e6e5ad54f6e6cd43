"""Marshmallow shapes of everything that crosses an edge. No queries, no behaviour."""
