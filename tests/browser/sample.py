"""A small scenario as player data, with every feature the player has. Its studies are made up, and say so."""

import copy
from typing import Any

SECRETS = (
    "MADE UP STUDY",
    "costs-her-trust",
    "decided together",
    "decided for safety, without them",
    "left to manage alone",
)
"""What nobody may find in the page before choosing."""


def _effect(kind: str, words: str, text: str) -> dict[str, str]:
    return {"kind": kind, "words": words, "text": text}


def _row(gives: list[Any] | None = None, costs: list[Any] | None = None, unasked: bool = False) -> dict[str, Any]:
    return {"gives": gives or [], "costs": costs or [], "nobody_asked": unasked}


SAFE = _effect("physical_safety", "physical safety", "She is where staff can see her.")
SAY = _effect("autonomy", "a say", "She decides about her own morning.")
TRUST = _effect("trust", "trust", "costs-her-trust: she stops asking.")
CALM = _effect("reassurance", "reassurance", "The shift is quieter for you.")
CLOSE = _effect("relationships", "closeness", "Ines and Nell have something to talk of.")
FEAR = _effect("moral_distress", "conscience, fear of blame", "You lie awake over it.")
LIFE = _effect("life_chances", "work, home or study", "The plot is hers to keep.")
TIME = _effect("service_cost", "time and money", "Half an hour of the shift.")
DISTRESS = _effect("psychological", "distress", "She is alone with the worry.")

STANCES = {
    "risk_averse": ("decided for safety, without them", "■"),
    "collaborative": ("decided together", "●"),
    "unsupported": ("left to manage alone", "▲"),
}

CHOICES: dict[str, list[tuple[str, str, str, str, str]]] = {
    # fork: (id, label, named, stance, leads to)
    "gate": [
        ("stay-in", "Ask her to stay in today, and bring it up on Thursday", "not today", "risk_averse", "quiet"),
        ("plan", "Plan the walk together, ten minutes", "planned the walk with her", "collaborative", "late"),
        ("with-ines", "Agree that she waits for Ines", "agreed to wait for Ines", "collaborative", "quiet"),
        ("her-call", "Tell her it is her decision", "left it to her", "unsupported", "late"),
    ],
    "late": [
        ("report", "Report her late at once and ask the police to look", "reported her late", "risk_averse", "meeting"),
        ("ring", "Ring her, as the two of you agreed, and listen", "rang her first", "collaborative", "meeting"),
        ("leave-it", "Wait and see; she knows the way back", "waited", "unsupported", "drifted"),
    ],
    "meeting": [
        ("only-with-staff", "Speak for walks with staff only", "walks with staff only", "risk_averse", "fewer-walks"),
        ("write-it-with-her", "Write down with her what worked", "wrote it with her", "collaborative", "kept-the-plot"),
    ],
}  # fmt: skip

ROWS = {
    "risk_averse": {
        "person": _row([SAFE], [SAY, TRUST]),
        "practitioner": _row([CALM], [FEAR]),
        "family": _row([CALM], [], True),
        "service": _row([CALM]),
    },
    "collaborative": {
        "person": _row([SAY, LIFE], [SAFE]),
        "practitioner": _row([TRUST], [TIME]),
        "family": _row([CLOSE]),
        "service": _row([], [TIME]),
    },
    "unsupported": {
        "person": _row([SAY], [DISTRESS]),
        "practitioner": _row([], [FEAR]),
        "family": _row([], [DISTRESS], True),
        "service": _row([TIME]),
    },
}

IN_SHORT = {
    "quiet": "Nell spent the morning in the day room with her coat on. By evening she had stopped asking.",
    "late": "Nell walked to the plot and watered the beans. At noon, when she was due back, she was not there.",
    "meeting": "She answered from the bus: it had not come. Twenty minutes later she was at the gate, out of breath.",
    "drifted": "She came back at three and went to bed. Nobody asked where she had been, and she did not say.",
    "fewer-walks": "The team agreed, and the walks got fewer. In August somebody else took on the plot.",
    "kept-the-plot": "The team read what Nell had written. She kept the plot, and one bad week she chose to stay in.",
}
COULD_ALSO = {
    "quiet": ["She sleeps, and is glad you said no.", "She goes anyway, and tells nobody."],
    "late": ["She is back by eleven with a bag of beans.", "She turns round at the gate, and rings Ines."],
}
COULD_ELSE = ["It goes well, and nobody notices.", "It goes badly, and the same choice was still a fair one."]
DIARY = {
    "quiet": "Coat on, coat off. I suppose that's a walk.",
    "late": "Beans up to my elbow. Forgot what time is.",
    "kept-the-plot": "They read it out in my words. Odd feeling.",
}
HEADINGS = {
    "gate": "Nine o'clock at the gate",
    "quiet": "A quiet day",
    "late": "Ten past twelve",
    "meeting": "Thursday's meeting",
    "drifted": "Three in the afternoon",
    "fewer-walks": "August",
    "kept-the-plot": "The second summer",
}


def _choices(fork: str) -> list[dict[str, str]]:
    return [
        {
            "id": choice,
            "label": label,
            "reasoning_html": "<p>It keeps what <em>matters</em> in sight, and there are days for it.</p>",
            "leads_to": leads_to,
        }
        for choice, label, _, _, leads_to in CHOICES[fork]
    ]


def _option(choice: tuple[str, str, str, str, str]) -> dict[str, Any]:
    choice_id, label, named, stance, leads_to = choice
    words, mark = STANCES[stance]
    return {
        "id": choice_id,
        "label": label,
        "named": named,
        "stance": stance,
        "stance_words": words,
        "mark": mark,
        "freedom": "same",
        "freedom_words": "as much freedom as before",
        "leads_to": leads_to,
        "in_short": IN_SHORT[leads_to],
        "diary": {"who": "nell", "text": DIARY[leads_to]} if leads_to in DIARY else None,
        "could_also": COULD_ALSO.get(leads_to, COULD_ELSE),
        "handover": "Nell planned her walk with me; she will ring by noon." if choice_id == "plan" else None,
        "findings": ["made-up-gain", "made-up-harm"],
        "rows": copy.deepcopy(ROWS[stance]),
    }


def _fork(scene_id: str, left: list[int], html: str, **more: Any) -> dict[str, Any]:
    return _scene(
        scene_id,
        "fork",
        left,
        html,
        you_are="joe",
        who_decides="The team decides about walks on Thursdays; today it is the nurse in charge, and your word weighs.",
        pressures=["Two staff for fourteen people", "A new rule about the gate, since spring"],
        question="On this shift, what would you do?",
        choices=_choices(scene_id),
        **more,
    )


def _scene(scene_id: str, kind: str, left: list[int], html: str, **more: Any) -> dict[str, Any]:
    blank = {
        "in_short": IN_SHORT.get(scene_id),
        "you_are": None,
        "who_decides": None,
        "pressures": [],
        "voices": [],
        "diary": [{"who": "nell", "html": f"<p>{DIARY[scene_id]}</p>"}] if scene_id in DIARY else [],
        "could_also": COULD_ALSO.get(scene_id, [] if kind == "fork" else COULD_ELSE),
        "question": None,
        "choices": [],
        "leads_to": None,
    }
    return {
        **blank,
        "id": scene_id,
        "kind": kind,
        "heading": HEADINGS[scene_id],
        "html": html,
        "decisions_left": left,
        **more,
    }


def _finding(finding_id: str, direction: str) -> dict[str, Any]:
    return {
        "id": finding_id,
        "practice_words": "Plans made together (MADE UP STUDY)",
        "approach_words": "decided together",
        "mark": "●",
        "who_words": "the person",
        "direction_words": direction,
        "plain": f"This finding is made up for the tests of the page and reports a {direction}.",
        "figure": "0.70 (0.50 to 0.98)",
        "limits": "It does not exist",
        "certainty": "low",
        "certainty_words": "Low certainty",
        "citation": "Nobody, A. (2026). A study that was never done, for tests of the page only.",
        "url": "https://example.org/made-up",
        "how_read": "Not read, since it is made up",
        "second_check": "None",
        "country": "Nowhere",
        "year": 2026,
        "design_words": "no study at all",
        "kind_words": "trust",
        "setting": "nowhere",
        "population": "nobody",
        "n": 1,
    }


def figure_svg(title: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 120" role="img">'
        f"<title>{title}</title><desc>Made up.</desc>"
        '<line x1="180" y1="10" x2="180" y2="100" stroke="#545C6B" stroke-dasharray="3"/>'
        '<line x1="90" y1="50" x2="170" y2="50" stroke="#0A6B66" stroke-width="2"/>'
        '<circle cx="130" cy="50" r="6" fill="#0A6B66"/>'
        '<text x="10" y="114" font-size="13" fill="#1E2530">0.5</text></svg>'
    )


def figures() -> dict[str, str]:
    return {"aaaa000011112222": figure_svg("Contrast"), "bbbb000011112222": figure_svg("Values")}


def _figure(kind: str, name: str, title: str) -> dict[str, Any]:
    return {
        "kind": kind,
        "name": name,
        "title": title,
        "sentence": "A made-up figure: fewer with the plan than without it, 0.70 (95 % interval 0.50 to 0.98).",
        "notes": ["It does not exist.", "Low certainty."],
        "table": {
            "caption": f"{title}, as numbers",
            "columns": ["Practice", "Ratio", "95 % interval", "People"],
            "rows": [["Plans made together", "0.70", "0.50 to 0.98", "1"]],
        },
        "findings": ["made-up-gain"],
    }


def _debrief(fork: str) -> dict[str, Any]:
    with_figures = fork == "gate"
    return {
        "question": "On this shift, what would you do?",
        "options": [_option(choice) for choice in CHOICES[fork]],
        "has_family": True,
        "known": "Plans made together may mean fewer crises; certainty is low.",
        "not_known": "No study looked at walks like this one.",
        "whatever_you_choose": ["Tell Nell who decided, and why.", "Write down what she said."],
        "discuss": ["What would you need from your team?", "Who carries it when it goes wrong?"],
        "figures": [
            _figure("values", "bbbb000011112222", "Plans made together"),
            _figure("contrast", "aaaa000011112222", "Reported harms and gains"),
        ]
        if with_figures
        else [],
        "words": ["made-up-harm"] if with_figures else [],
    }


def player_data() -> dict[str, Any]:
    """*A walk to the allotment*: three forks, a passage, three endings, a family."""
    return {
        "format": 1,
        "slug": "a-walk-to-the-allotment",
        "title": "A walk to the allotment",
        "summary": "Nell wants to walk to her plot alone. It is hot, and last month she came back late.",
        "version": "0.1.0",
        "about": {
            "setting": "rehabilitation ward",
            "minutes": 12,
            "nation": "England",
            "law_checked": "2026-11",
            "basis": "fictional composite",
            "drafted_by": "the Shared Ground project",
            "reviewed_by": [],
            "not_reviewed_by": ["someone with lived experience", "a carer", "a clinician"],
            "maps_to": [{"key": "staying-safe-2025", "title": "Staying safe from suicide (2025)"}],
            "licence": "CC-BY-4.0",
        },
        "content_notes": ["being kept in", "going missing"],
        "what_matters": ["The beans, before they dry out", "Being believed when she says she is all right"],
        "start": "gate",
        "person": "nell",
        "people": {
            "nell": {
                "name": "Nell",
                "role": "person",
                "job": None,
                "pronouns": "she/her",
                "legal_status": "on the ward by her own choice (informal)",
            },
            "joe": {"name": "Joe", "role": "practitioner", "job": "support worker"},
            "ines": {"name": "Ines", "role": "family", "job": "sister"},
        },
        "scenes": {
            "gate": _fork(
                "gate",
                [2, 3],
                "<p>Nell has her hat on and the watering can in her hand. Thirty-one degrees by noon.</p>"
                "<p>“I’m going up to the plot,” she says. “On my own. It’s ten minutes.”</p>"
                "<p>Last month she said ten minutes and came back after dark. She had sat by the canal. She would not "
                "say what she had been thinking. Since spring, the gate has a book, and somebody has to sign it.</p>",
                voices=[
                    {"who": "nell", "html": "<p>He’s looking at the book and not at me. I’m forty-four.</p>"},
                    {"who": "joe", "html": "<p>If she’s late again, it is my name in the book.</p>"},
                    {"who": "ines", "html": "<p>I wish she had something of hers. I wish I knew where she was.</p>"},
                ],
            ),
            "quiet": _scene(
                "quiet",
                "passage",
                [1, 2],
                "<p>The morning goes by. Nell sits in the day room with her coat on.</p>",
                leads_to="late",
            ),
            "late": _fork(
                "late",
                [1, 2],
                "<p>It is ten past twelve. Nell is not at the gate, and the book says noon.</p>"
                "<p>The ward sister looks at the clock and then at you.</p>",
                voices=[{"who": "nell", "html": "<p>The bus board says four minutes. It has said so for a while.</p>"}],
            ),
            "meeting": _fork("meeting", [1, 1], "<p>On Thursday the consultant turns to you. “And the walks?”</p>"),
            "drifted": _scene("drifted", "ending", [0, 0], "<p>At three she is back, and goes to bed.</p>"),
            "fewer-walks": _scene("fewer-walks", "ending", [0, 0], "<p>In August somebody else has the plot.</p>"),
            "kept-the-plot": _scene("kept-the-plot", "ending", [0, 0], "<p>The beans come up a second time.</p>"),
        },
        "help": {
            "awake_now": [{"label": "Site manager", "detail": "Made up for tests", "phone": "01632 960 001"}],
            "national": [
                {
                    "label": "A listening line",
                    "detail": "Day and night. Made up for tests.",
                    "phone": "01632 960 002",
                    "source": "no source",
                    "checked": "2026-11",
                }
            ],
            "note": "These lines are made up.",
        },
        "debrief": {fork: _debrief(fork) for fork in CHOICES},
        "findings": {
            "made-up-gain": _finding("made-up-gain", "gain"),
            "made-up-harm": _finding("made-up-harm", "harm"),
        },
        "figures": {},
    }
