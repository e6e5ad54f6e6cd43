"""Nine people in nine browsers play whole sessions, from booking to epics: one player a step. Source: O-01 … O-29, W-01 … W-12."""
