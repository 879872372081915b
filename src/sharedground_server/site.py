"""What the web process shows: which notebooks there are, the gallery, the single pages, the few files of our own."""

import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sharedground import __version__, content
from sharedground.errors import NoSuchContent
from sharedground.evidence import Evidence, known_ids, load_evidence
from sharedground.exchange.page import scenario_page
from sharedground.pages import module, stylesheet
from sharedground.pages.templates import page, scenario_list
from sharedground.play.help_lines import help_lines_to_show
from sharedground.play.player_data import catalogue
from sharedground.scenario import Scenario, load_sound
from sharedground_server.asset import Asset
from sharedground_server.evidence_pages import EvidencePages

NOTEBOOK_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,80}")

ERROR_WORDS = {
    404: ("There is no such page", "The address may have a letter too many or too few."),
    421: (
        "This site is asked for under a name it does not know",
        "Whoever runs it can allow the name: start it with --allow-host and the name.",
    ),
    503: (
        "All places are taken just now",
        "Every open page needs some memory of this computer. Try again in a minute. "
        "Or open a scenario as a simple page, which needs no place.",
    ),
}
OTHER_ERROR = (
    "Something went wrong here",
    "Nothing you wrote has left your page. Go back, or start from the list.",
)


@dataclass
class Site:
    """Everything the handlers show that does not need a kernel."""

    notebooks: Path = field(default_factory=lambda: content.folder("notebooks"))

    def has_notebook(self, name: str) -> bool:
        return bool(NOTEBOOK_NAME.fullmatch(name)) and (self.notebooks / f"{name}.ipynb").is_file()

    @cached_property
    def evidence(self) -> Evidence:
        return load_evidence()

    @cached_property
    def scenarios(self) -> dict[str, Scenario]:
        return load_sound(**known_ids())

    @cached_property
    def assets(self) -> dict[str, Asset]:
        return {
            "host.js": Asset((content.PAGES / "host.js").read_bytes(), "text/javascript; charset=utf-8"),
            "gallery.js": Asset(module("gallery").encode(), "text/javascript; charset=utf-8"),
            "site.css": Asset(stylesheet("site", "gallery").encode(), "text/css; charset=utf-8"),
        }

    @cached_property
    def all_evidence(self) -> EvidencePages:
        return EvidencePages(self.evidence, list(self.scenarios.values()))

    def asset(self, name: str) -> Asset | None:
        """A file that pages ask for; those of the evidence are made when the first is asked for."""
        return self.assets.get(name) or self.all_evidence.assets.get(name)

    @cached_property
    def version(self) -> str:
        """Changes when an asset does, so that browsers may keep them for ever."""
        digest = hashlib.sha256(__version__.encode())
        for asset in self.assets.values():
            digest.update(asset.content)
        return digest.hexdigest()[:12]

    def gallery(self) -> str:
        listed = scenario_list(catalogue(self.scenarios.values()), help_lines_to_show())
        return page("gallery.html", site_version=self.version, scenario_list=listed)

    def single_page(self, slug: str) -> str:
        """Raises NoSuchContent where there is no scenario of that name."""
        scenario = self.scenarios.get(slug)
        if scenario is None:
            raise NoSuchContent(f"there is no scenario {slug!r}; there are: {', '.join(self.scenarios)}")
        if slug not in self._single_pages:
            self._single_pages[slug] = scenario_page(scenario, self.evidence, help_lines_to_show())
        return self._single_pages[slug]

    @cached_property
    def _single_pages(self) -> dict[str, str]:
        return {}

    def error_page(self, status: int) -> str:
        title, way_out = ERROR_WORDS.get(status, OTHER_ERROR)
        return page("error.html", site_version=self.version, title=title, way_out=way_out)

    def broken_off(self) -> str:
        """The end of a page that broke while it was being sent."""
        title, way_out = OTHER_ERROR
        words = f'{title}. {way_out} <a href="/">All scenarios</a>'
        return f'<p class="sg-trouble" role="alert">{words}</p></main></body></html>'
