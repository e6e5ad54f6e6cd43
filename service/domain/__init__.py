"""The pure core: OKR arithmetic, rules, presets, decisions and the report model. No clock, no I/O, no framework; `now` is passed in."""
