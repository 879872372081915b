"""Which scene leads where, on maps small enough to see the answer."""

from sharedground.scenario.roads import forks_ahead, reached, rounds, turned_round

MAP = {"a": ["b", "c"], "b": ["d"], "c": ["a", "d"], "d": [], "e": ["d"]}


def test_everything_that_can_be_reached_includes_where_one_starts():
    assert reached(MAP, ["b"]) == {"b", "d"}
    assert reached(MAP, ["a"]) == {"a", "b", "c", "d"}


def test_roads_can_be_walked_backwards():
    assert reached(turned_round(MAP), ["d"]) == set(MAP)


def test_scenes_that_reach_each_other_are_one_round_and_come_after_what_they_lead_to():
    assert [sorted(group) for group in rounds(MAP)] == [["d"], ["b"], ["a", "c"], ["e"]]


def test_a_thousand_scenes_in_a_row_are_walked_without_tiring():
    row = {str(number): [str(number + 1)] for number in range(5000)} | {"5000": []}
    assert forks_ahead(row, row.keys() - {"5000"})["0"] == (5000, 5000)


def test_the_fewest_and_the_most_forks_ahead_include_the_present_one():
    roads = {"a": ["b", "end"], "b": ["c"], "c": ["end", "end"], "end": []}
    assert forks_ahead(roads, ["a", "c"]) == {"a": (1, 2), "b": (1, 1), "c": (1, 1), "end": (0, 0)}


def test_a_fork_that_can_be_met_again_counts_once():
    roads = {"ask": ["wait", "end"], "wait": ["ask"], "end": []}
    assert forks_ahead(roads, ["ask"])["wait"] == (1, 1)
