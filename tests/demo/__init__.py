"""`make demo`: the simulator and Northstar side by side, with a believable company planned, worked and published in them."""
