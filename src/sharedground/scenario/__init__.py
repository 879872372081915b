"""Scenarios: what an author writes, checked and read."""

from sharedground.scenario.check import check_file
from sharedground.scenario.load import load, scenario_files
from sharedground.scenario.model import Scenario

__all__ = ["Scenario", "check_file", "load", "scenario_files"]
