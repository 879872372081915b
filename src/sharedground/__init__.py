"""Shared Ground: risk decisions in mental-health care, seen from both sides. Importing it opens and draws nothing."""

__version__ = "0.1.0"
