"""What tests of all folders share."""

import pytest

from scenario_builder import scenario_from
from sharedground.scenario import Scenario


@pytest.fixture(scope="session")
def recital() -> Scenario:
    """A small scenario of the tests' own: two forks, two endings, family, all three stances."""
    return scenario_from()
