"""Geometry of the pictures, as numbers and SVG path data. The markup is in templates/parts; nothing here is HTML."""
