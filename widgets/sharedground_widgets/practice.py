"""The practise screen: hands a scenario to the page, and replays the moves the page reports."""

from functools import cached_property
from typing import Any

import traitlets

from sharedground.charts.cache import figure_svg
from sharedground.errors import NoSuchContent, SharedGroundError
from sharedground.evidence import Evidence, known_ids, load_evidence
from sharedground.pages import module, stylesheet
from sharedground.play.debrief import figures_of
from sharedground.play.engine import Play, replay
from sharedground.play.help_lines import help_lines_to_show
from sharedground.play.player_data import catalogue, player_data
from sharedground.scenario import Scenario, load, load_sound, scenario_files
from sharedground_widgets.screen import Screen

MOST_MOVES = 500


class Practice(Screen):
    """Shows a scenario and reports each move; no rule of play lives here.

    Parameters
    ----------
    scenario
        The scenario to show. Without one, the page's address names it (``?scenario=<slug>&fork=<id>``), or the
        learner picks from all there are.
    fork
        Play this decision by itself.
    """

    _esm = module("player")
    _css = stylesheet("player")

    page_may_set = frozenset({"wanted", "begin", "moves"})

    data = traitlets.Dict(read_only=True).tag(sync=True)
    """Player data, format 1; empty until a scenario is known."""
    catalogue: traitlets.List[dict[str, Any]] = traitlets.List(read_only=True).tag(sync=True)
    trouble = traitlets.Unicode(read_only=True).tag(sync=True)
    """What could not be done, in words; the page shows it."""
    wanted = traitlets.Unicode().tag(sync=True)
    """Slug of the scenario that the page asks for."""
    begin = traitlets.Unicode(None, allow_none=True).tag(sync=True)
    """Id of the fork that is played by itself; None for the whole scenario."""
    moves = traitlets.List(traitlets.Unicode()).tag(sync=True)
    """The whole way so far, so that hearing it twice does no harm."""
    play = traitlets.Instance(Play, allow_none=True)
    """Where that way leads, replayed by the engine: the authority."""

    def __init__(self, scenario: Scenario | None = None, *, fork: str | None = None) -> None:
        super().__init__(begin=fork)
        if scenario is None:
            self.set_trait("catalogue", catalogue(load_sound(**known_ids()).values()))
        else:
            self._show(scenario)

    @cached_property
    def evidence(self) -> Evidence:
        return load_evidence()

    def answer(self, kind: str, message: dict[str, Any]) -> dict[str, Any] | None:
        if kind != "figure" or self.play is None:
            return None
        name = message.get("name")
        spec = figures_of(self.play.scenario, self.evidence).get(name) if isinstance(name, str) else None
        return {"kind": "figure", "name": name, "svg": figure_svg(spec)} if spec else None

    def _show(self, scenario: Scenario) -> None:
        self.play = replay(scenario, (), begin=self.begin)
        self.set_trait("data", player_data(scenario, self.evidence, help_lines_to_show()))

    @traitlets.observe("wanted")
    def _fetch(self, change: Any) -> None:
        try:
            if change.new not in scenario_files():
                raise NoSuchContent("There is no scenario of that name here. Pick one from the list.")
            scenario = load(change.new, **self.evidence.ids)
            if self.begin not in scenario.forks:
                self.begin = None
            self._show(scenario)
        except SharedGroundError as trouble:
            self.set_trait("trouble", str(trouble))

    @traitlets.observe("moves", "begin")
    def _replay(self, _: Any) -> None:
        if self.play is None or len(self.moves) > MOST_MOVES:
            return
        try:
            self.play = replay(self.play.scenario, self.moves, begin=self.begin)
        except SharedGroundError as trouble:
            self.set_trait("trouble", str(trouble))
