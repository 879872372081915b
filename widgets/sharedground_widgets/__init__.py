"""Screens for notebooks: one import, one line, one page."""

from sharedground_widgets.evidence import AllEvidence
from sharedground_widgets.explore import Explore
from sharedground_widgets.practice import Practice
from sharedground_widgets.welcome import Welcome

__all__ = ["AllEvidence", "Explore", "Practice", "Welcome"]
