"""The welcome screen: what this is, and every scenario there is to open."""

import traitlets

from sharedground.evidence import known_ids
from sharedground.pages import module, stylesheet
from sharedground.pages.templates import scenario_list
from sharedground.play.help_lines import help_lines_to_show
from sharedground.play.player_data import catalogue
from sharedground.scenario import load_sound
from sharedground_widgets.screen import Screen


class Welcome(Screen):
    """Introduces the toolkit and lists its scenarios, with a way into each."""

    _esm = module("welcome")
    _css = stylesheet("site", "gallery")

    html = traitlets.Unicode(read_only=True).tag(sync=True)
    """Made by our own template, with every text escaped."""

    def __init__(self) -> None:
        super().__init__()
        self.set_trait("html", scenario_list(catalogue(load_sound(**known_ids()).values()), help_lines_to_show()))
