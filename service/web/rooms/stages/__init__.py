"""What the stages and desks of a room show, one file a step. No rules here: they are in `domain/room/`."""
