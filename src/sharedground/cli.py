"""The command ``sharedground``: one function for each sub-command; what a command needs is imported inside it."""

import argparse
import json
import sys
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sharedground import __version__
from sharedground.errors import SharedGroundError
from sharedground.faults import Problem

if TYPE_CHECKING:
    from sharedground.scenario import Scenario

CLEAN, FAULTS, MISUSE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the answer is the exit code: 0 clean, 1 faults, 2 misuse."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except SharedGroundError as trouble:
        if options.debug:
            raise
        print(trouble, file=sys.stderr)
        return MISUSE
    except KeyboardInterrupt:
        return 130
    except Exception as trouble:
        if options.debug:
            raise
        print(
            f"Something went wrong that should not have ({type(trouble).__name__}: {trouble}). "
            "Nothing was changed. Run the same command with --debug to see where, and tell the project.",
            file=sys.stderr,
        )
        return MISUSE
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sharedground", description="Training and reflective practice on risk, safety and shared decisions."
    )
    parser.add_argument("--version", action="version", version=f"sharedground {__version__}")
    parser.set_defaults(debug=False)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_check(commands)
    _add_serve(commands)
    _add_export(commands)
    return parser


Commands = argparse._SubParsersAction  # the type of what add_subparsers gives; argparse has no public name for it


def _command(commands: "Commands[argparse.ArgumentParser]", name: str, help: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help, description=help)
    command.add_argument("--debug", action="store_true", help="show where in the code something went wrong")
    return command


# check


def _add_check(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = _command(commands, "check", "Tell all faults of scenarios, evidence and help lines, each with a way out.")
    command.add_argument(
        "files", nargs="*", metavar="FILE", help="a scenario file, or the name of a scenario that is here; none: all"
    )
    command.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for tools")
    command.set_defaults(run=check)


def check(options: argparse.Namespace) -> int:
    """Check the files that are named, or all scenarios, the evidence and the help lines."""
    from sharedground.play.check_help_lines import check_help_lines
    from sharedground.scenario.check import examine
    from sharedground.scenario.check_age import law_checked_long_ago
    from sharedground.scenario.local import check_local, is_local

    whole = not options.files
    scenarios, help_lines = _asked_for(options.files)
    known, problems = _evidence()
    looked_up = not problems
    notes: list[Problem] = []
    if not whole:
        problems = []
    today = date.today()
    for path in scenarios:
        called = _called(path, options.files)
        if is_local(path):
            problems += check_local(path, called=called)
            continue
        scenario, faults = examine(path, called=called, **known)
        problems += faults
        notes += law_checked_long_ago(path, scenario, today=today, called=called) if scenario else []
    for path in help_lines:
        told = check_help_lines(path, today=today, called=_called(path, options.files))
        problems += told.faults
        notes += told.notes
    if options.format == "json":
        print(_report(scenarios, problems, notes, evidence=whole, looked_up=looked_up))
    else:
        _tell(problems, notes)
        print(_summary(len(scenarios), len(problems), evidence=whole, help_lines=bool(help_lines)))
        if scenarios and not (looked_up or whole):
            print("The evidence has faults of its own, so findings were not looked up. See: sharedground check")
    return FAULTS if problems else CLEAN


def _asked_for(files: Sequence[str]) -> tuple[list[Path], list[Path]]:
    """The files of scenarios with their layers, and of help lines, that are named; without a name, all there are."""
    from sharedground.play.help_lines import FILE, help_lines_file
    from sharedground.scenario.load import scenario_file, scenario_files
    from sharedground.scenario.local import local_files

    if not files:
        return [*scenario_files().values(), *local_files()], [help_lines_file()]
    help_lines = [name for name in files if Path(name).name == FILE]
    return [scenario_file(name) for name in files if name not in help_lines], [Path(name) for name in help_lines]


def _evidence() -> tuple[dict[str, Collection[str]], list[Problem]]:
    """The ids of all findings and sources, or none and the faults of the evidence."""
    from sharedground.errors import EvidenceError
    from sharedground.evidence import load_evidence

    try:
        evidence = load_evidence()
    except EvidenceError as trouble:
        return {}, trouble.problems
    return evidence.ids, []


def _report(
    paths: list[Path], problems: list[Problem], notes: list[Problem], *, evidence: bool, looked_up: bool
) -> str:
    """For tools; the shape is promised in scenarios/README.md."""
    report = {
        "format": 1,
        "clean": not problems,
        "scenarios": [str(path) for path in paths],
        "evidence": evidence,
        "findings_looked_up": looked_up,
        "problems": [problem.as_dict() for problem in problems],
        "notes": [note.as_dict() for note in notes],
    }
    return json.dumps(report, indent=2, ensure_ascii=False)


def _called(path: Path, given: Sequence[str]) -> str:
    """A file as its author gave it; a scenario of ours by its bare name."""
    return str(path) if str(path) in given else path.name


def _tell(problems: list[Problem], notes: list[Problem]) -> None:
    """Faults, and apart from them what is none and wants a look all the same."""
    for problem in problems:
        print(problem)
    if notes:
        print("\n" * bool(problems) + "No fault, and worth a look:")
    for note in notes:
        print(note)
    if problems or notes:
        print()


def _summary(files: int, faults: int, *, evidence: bool, help_lines: bool) -> str:
    parts = [_count(files, "scenario")] * bool(files or evidence)
    parts += ["the evidence"] * evidence + ["the help lines"] * help_lines
    checked = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    checked = checked[:1].upper() + checked[1:]
    return f"{checked} checked, {_count(faults, 'fault') if faults else 'no faults'}."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


# serve


def _add_serve(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = _command(commands, "serve", "Serve the dashboards.")
    command.add_argument("--port", type=int, default=8866, metavar="N")
    command.add_argument("--host", default="127.0.0.1", metavar="H", help="0.0.0.0 lets others in the room reach it")
    command.add_argument(
        "--allow-host", action="append", default=[], metavar="NAME", help="answer under this name too; may be repeated"
    )
    command.add_argument("--max-pages", type=int, default=30, metavar="N", help="open pages at one time")
    command.add_argument("--ready", type=int, default=1, metavar="N", help="pages that wait, already started")
    command.add_argument("--idle-minutes", type=float, default=30, metavar="N", help="until an idle page is let go")
    command.set_defaults(run=serve)


def serve(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from sharedground_server.serve import serve as start

    start(
        port=options.port,
        host=options.host,
        allow_hosts=options.allow_host,
        max_pages=options.max_pages,
        ready=options.ready,
        idle_minutes=options.idle_minutes,
    )
    return CLEAN


# export


def _add_export(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = _command(commands, "export", "Make something to take away of a scenario.")
    command.add_argument("slug", nargs="?", metavar="SLUG", help="the name of a scenario")
    command.add_argument("--all", action="store_true", help="all scenarios in one page, with a list to choose from")
    command.add_argument(
        "--local", type=Path, metavar="FILE", help="names, words and help lines of your own, for a page or a package"
    )
    command.add_argument(
        "--to",
        choices=("page", "scorm", "script"),
        required=True,
        help="page: one HTML file that needs no network; scorm: a SCORM 1.2 package for a learning platform; "
        "script: for reviewers on paper, as Word and as HTML",
    )
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="where to; without it <slug>.html, <slug>-scorm.zip, or <slug>-script.docx and <slug>-script.html; of all "
        "shared-ground.html; "
        "of a script the end of the name chooses: .docx or .html",
    )
    command.set_defaults(run=export)


def export(options: argparse.Namespace) -> int:
    """Write the files and say where they are and how large."""
    if options.all and (options.slug or options.to != "page"):
        raise SharedGroundError("--all goes with --to page and without the name of a scenario.")
    if options.local and (options.all or options.to == "script"):
        raise SharedGroundError("--local goes with one scenario, and with --to page or --to scorm.")
    if not (options.all or options.slug):
        raise SharedGroundError("Which scenario? Name it: sharedground export SLUG --to page. Or --to page --all.")
    made = {"page": _page, "scorm": _scorm, "script": _script}[options.to](options)
    way_in = "Upload it to your learning platform as it is." if options.to == "scorm" else "Open it by double click."
    for target, content in made.items():
        try:
            target.write_bytes(content)
        except OSError as trouble:
            raise SharedGroundError(
                f"{target} could not be written ({trouble.strerror}). Choose another place with -o."
            ) from None
        print(f"{target} written, {len(content) / 1000:.0f} kB. {way_in}")
    return CLEAN


def _page(options: argparse.Namespace) -> dict[Path, bytes]:
    from sharedground.evidence import load_evidence
    from sharedground.exchange.gallery import gallery_page
    from sharedground.exchange.page import scenario_page
    from sharedground.play.help_lines import help_lines
    from sharedground.scenario import load_sound

    if options.all:
        evidence = load_evidence()
        text = gallery_page(load_sound(**evidence.ids).values(), evidence, help_lines())
        return {options.output or Path("shared-ground.html"): text.encode()}
    scenario, lines = _as_here(options)
    text = scenario_page(scenario, load_evidence(), lines)
    return {options.output or Path(f"{scenario.slug}.html"): text.encode()}


def _scorm(options: argparse.Namespace) -> dict[Path, bytes]:
    from sharedground.evidence import load_evidence
    from sharedground.exchange.scorm import scenario_package

    scenario, lines = _as_here(options)
    package = scenario_package(scenario, load_evidence(), lines)
    return {options.output or Path(f"{scenario.slug}-scorm.zip"): package}


def _as_here(options: argparse.Namespace) -> "tuple[Scenario, dict[str, Any]]":
    """The scenario that is named and the help lines, with the local layer where one is given."""
    from sharedground.play.help_lines import help_lines
    from sharedground.scenario import load
    from sharedground.scenario.local import adapt

    if not options.local:
        return load(options.slug), help_lines()
    adapted = adapt(options.local, to=options.slug)
    return adapted.scenario, {**help_lines(), **adapted.help_lines}


def _script(options: argparse.Namespace) -> dict[Path, bytes]:
    from sharedground.evidence import load_evidence
    from sharedground.exchange.paper_html import as_html
    from sharedground.exchange.paper_word import as_word
    from sharedground.exchange.script import script
    from sharedground.play.help_lines import help_lines
    from sharedground.scenario import load
    from sharedground.scenario.load import scenario_file

    forms = {".docx": as_word, ".html": lambda paper: as_html(paper).encode()}
    if options.output and options.output.suffix not in forms:
        raise SharedGroundError(f"{options.output} would be neither Word nor HTML. End its name in .docx or .html.")
    scenario = load(options.slug)
    paper = script(scenario, scenario_file(options.slug).read_bytes(), load_evidence(), help_lines())
    targets = [options.output] if options.output else [Path(f"{scenario.slug}-script{suffix}") for suffix in forms]
    return {target: forms[target.suffix](paper) for target in targets}


if __name__ == "__main__":
    sys.exit(main())
