"""Frozen reports: from the facts of one day to a record that never changes, and to what is made of it."""
