"""What the stages and desks of single steps need: one module a topic, functions that turn a room into words for a template."""
