"""Scenarios: what an author writes, checked and read."""
