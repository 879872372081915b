"""The fixed lists of the toolkit and how each entry is said on screen, in plain words.

Authors write the keys; people read the words. A stance is how it was decided, a freedom is how much room the
person has afterwards: two axes that are never folded into one.
"""

from typing import Literal, get_args

Stance = Literal["risk_averse", "collaborative", "unsupported"]
Freedom = Literal["less", "same", "more"]
Bearer = Literal["person", "practitioner", "family", "service"]
Domain = Literal[
    "physical_safety",
    "psychological",
    "trust",
    "autonomy",
    "relationships",
    "life_chances",
    "delayed_help",
    "moral_distress",
    "burnout",
    "inequality",
    "service_cost",
]
Kind = Literal[Domain, "reassurance"]
Role = Literal["person", "practitioner", "family", "other"]
Setting = Literal[
    "acute ward",
    "psychiatric intensive care unit",
    "rehabilitation ward",
    "secure ward",
    "community team",
    "crisis team",
    "emergency department",
    "outpatient clinic",
    "supported housing",
    "at home",
    "workplace",
]
Nation = Literal["England", "Wales", "Scotland", "Northern Ireland", "UK"]
Reviewer = Literal["lived experience", "carer", "clinician"]

STANCES: tuple[Stance, ...] = get_args(Stance)
FREEDOMS: tuple[Freedom, ...] = get_args(Freedom)
BEARERS: tuple[Bearer, ...] = get_args(Bearer)
DOMAINS: tuple[Domain, ...] = get_args(Domain)
KINDS: tuple[Kind, ...] = get_args(Kind)
REVIEWERS: tuple[Reviewer, ...] = get_args(Reviewer)
SETTINGS: tuple[Setting, ...] = get_args(Setting)

HOSPITAL_SETTINGS: frozenset[str] = frozenset(
    {"acute ward", "psychiatric intensive care unit", "rehabilitation ward", "secure ward"}
)
"""Where a person's legal status, and who decides, must be said."""

STANCE_WORDS: dict[Stance, str] = {
    "risk_averse": "decided for safety, without them",
    "collaborative": "decided together",
    "unsupported": "left to manage alone",
}
STANCE_MARKS: dict[Stance, str] = {"risk_averse": "■", "collaborative": "●", "unsupported": "▲"}
FREEDOM_WORDS: dict[Freedom, str] = {
    "less": "less freedom than before",
    "same": "as much freedom as before",
    "more": "more freedom than before",
}

COST_WORDS: dict[Kind, str] = {
    "physical_safety": "physical safety",
    "psychological": "distress",
    "trust": "trust",
    "autonomy": "a say",
    "relationships": "closeness",
    "life_chances": "work, home or study",
    "delayed_help": "help comes late",
    "moral_distress": "conscience, fear of blame",
    "burnout": "energy",
    "inequality": "fairness",
    "service_cost": "time and money",
    "reassurance": "reassurance",
}
GAIN_WORDS: dict[Kind, str] = {
    "physical_safety": "physical safety",
    "psychological": "peace of mind",
    "trust": "trust",
    "autonomy": "a say",
    "relationships": "closeness",
    "life_chances": "work, home or study",
    "delayed_help": "help in time",
    "moral_distress": "a clear conscience",
    "burnout": "energy",
    "inequality": "fairness",
    "service_cost": "time and money",
    "reassurance": "reassurance",
}
