"""Puts scenarios, notebooks and the Voila template inside the wheel, where `content.folder` looks for them."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CONTENT = ("scenarios", "notebooks", "share")


class ContentHook(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "standard":  # an editable install reads the checkout itself
            for name in CONTENT:
                if (Path(self.root) / name).is_dir():
                    build_data["force_include"][name] = f"sharedground/_content/{name}"
