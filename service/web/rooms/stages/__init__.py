"""What the stages and desks of single steps need beyond the room: words and choices, put together from facts."""
