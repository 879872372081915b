"""A small scenario for tests, as text and as a value. Made up for tests; not one of those that are shipped."""

from collections.abc import Collection
from pathlib import Path

from sharedground.scenario import Scenario
from sharedground.scenario.check import examine_bytes

RECITAL = """\
format: 1
title: An evening of songs
summary: Rowan asks for two hours out on Saturday.
about:
  setting: acute ward
  minutes: 10
  nation: England
  law_checked: 2026-11
  basis: fictional composite
  drafted_by: the tests
  reviewed_by: []
  maps_to: [nice_ng225]
  licence: CC-BY-4.0
content_notes: [detention]
people:
  rowan: {name: Rowan, role: person, pronouns: they/them, legal_status: detained for treatment}
  dee: {name: Dee, role: practitioner, job: nurse}
  marta: {name: Marta, role: family, job: aunt}
places:
  larch: {name: Larch Ward}
what_matters: [Hearing the songs]
start: saturday
scenes:
  saturday:
    heading: Saturday, half past two
    you_are: dee
    who_decides: The responsible clinician grants leave; your view will weigh.
    pressures: [One bank nurse this weekend]
    text: |
      Rowan stands at the office door.

      The concert begins at *four*.
    voices:
      rowan: I only want two hours.
      dee: I want to say yes, and I am tired.
      marta: Nobody rang me.
    question: On this shift, what would you do?
    choices:
      - id: wait
        stance: risk_averse
        freedom: same
        label: Advise against it for now
        named: not agreed today
        reasoning: It was a hard week, and **nobody** knows the way there.
        leads_to: monday
        costs:
          - {to: person, kind: trust, text: Rowan stops asking.}
          - {to: family, kind: relationships, text: Marta goes alone.}
        gives:
          - {to: practitioner, kind: reassurance, text: Dee sleeps.}
        handover: Rowan asked to go to a concert; not agreed today.
      - id: plan-it-together
        stance: collaborative
        freedom: more
        label: Plan the two hours together
        named: agreed a plan for two hours
        reasoning: A plan that Rowan made is one Rowan will use.
        leads_to: played
        costs:
          - {to: practitioner, kind: moral_distress, text: Dee watches the clock.}
        gives:
          - {to: person, kind: autonomy, text: Rowan decides how.}
          - {to: family, kind: relationships, text: Marta is asked.}
        findings: [leave-evidence-gap]
      - id: up-to-them
        stance: unsupported
        freedom: more
        label: Say it is up to them
        named: left to decide alone
        reasoning: Rowan has the right to ask for it.
        leads_to: played
        costs:
          - {to: person, kind: psychological, text: Rowan goes without a plan.}
        gives:
          - {to: person, kind: autonomy, text: Nobody asks where.}
        nobody_asked: [family]
    known: No study was found that compares ways of deciding about leave.
    not_known: Whether planning leave together makes it safer.
    whatever_you_choose:
      - Write down what Rowan said.
    discuss:
      - What would you need to choose differently?
    facilitator_notes: Facilitators only; leave time for silence.
  monday:
    text: The team looks again.
    in_short: Rowan waited. On Monday the team looked again.
    diary: {rowan: I stopped asking.}
    could_also:
      - Rowan could have been relieved.
    leads_to: ward-round
  ward-round:
    you_are: dee
    who_decides: The responsible clinician.
    text: The ward round asks what next.
    question: What do you say?
    choices:
      - id: not-yet
        stance: risk_averse
        freedom: same
        label: Say not yet
        named: not yet
        reasoning: Another week may help.
        leads_to: stayed
        costs:
          - {to: person, kind: trust, text: Rowan looks away.}
        gives:
          - {to: service, kind: service_cost, text: No escort is needed.}
        nobody_asked: [family, person]
      - id: ask-rowan-in
        stance: collaborative
        freedom: less
        label: Ask Rowan in and agree a shorter walk
        named: agreed something shorter
        reasoning: Rowan said the week had been hard.
        leads_to: played
        costs:
          - {to: person, kind: life_chances, text: The concert is missed.}
          - {to: family, kind: relationships, text: Marta had tickets.}
        gives:
          - {to: person, kind: trust, text: Rowan was asked.}
    known: One review found that being asked matters.
    not_known: What it does to harm.
endings:
  played:
    text: The songs are sung.
    in_short: They went, and came back at six.
    diary: {rowan: "The second song, of all things."}
    could_also:
      - They could have come back late.
    discuss:
      - What did Marta need?
    facilitator_notes: Facilitators only; Marta may be played.
  stayed:
    text: Rowan stays in.
    in_short: Rowan stayed in, and slept.
    could_also:
      - Rowan could have left the ward.
"""


def scenario_from(text: str = RECITAL, *, slug: str = "recital") -> Scenario:
    """The scenario that such a text holds; a text with faults fails the test, with the faults."""
    scenario, faults = examine_bytes(text.encode(), called=f"{slug}.yaml")
    assert scenario is not None, "\n".join(map(str, faults))
    return scenario.named(slug)


def write_scenario(folder: Path, text: str = RECITAL, *, slug: str = "recital") -> Path:
    """The text as a file in that folder."""
    path = folder / f"{slug}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def faults_of(
    text: str | bytes, *, findings: Collection[str] | None = None, sources: Collection[str] | None = None
) -> list[str]:
    """All faults of such a file, as people read them."""
    data = text.encode() if isinstance(text, str) else text
    _, faults = examine_bytes(data, findings=findings, sources=sources, called="recital.yaml")
    return [str(fault) for fault in faults]


def told(code: str, text: str | bytes) -> list[str]:
    """The faults of one kind in a file that may hold no more than what the test is about."""
    return [fault for fault in faults_of(text) if fault.endswith(f"[{code}]")]


def changed(written: str, instead: str) -> str:
    """The small scenario with one thing written differently, each time it occurs."""
    assert written in RECITAL, f"{written!r} is not in the scenario"
    return RECITAL.replace(written, instead)
