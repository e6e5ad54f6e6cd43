"""What the use cases of planning sessions share: the room as its log says, and the facts around it. No verbs."""
