"""Compute from the facts what nobody should type: states, dates, sums, and who points to whom."""
