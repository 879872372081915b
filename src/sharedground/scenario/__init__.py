"""Scenarios: what an author writes, checked and read."""

from sharedground.scenario.check import check_file
from sharedground.scenario.load import load, load_sound, scenario_files
from sharedground.scenario.model import Scenario

__all__ = ["Scenario", "check_file", "load", "load_sound", "scenario_files"]
