"""The command ``sharedground``: one function for each sub-command; what a command needs is imported inside it."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from sharedground import __version__
from sharedground.errors import SharedGroundError

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
    return parser


Commands = argparse._SubParsersAction  # the type of what add_subparsers gives; argparse has no public name for it


def _command(commands: "Commands[argparse.ArgumentParser]", name: str, help: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help, description=help)
    command.add_argument("--debug", action="store_true", help="show where in the code something went wrong")
    return command


# check


def _add_check(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = _command(commands, "check", "Tell all faults of scenarios and evidence, each with a way out.")
    command.add_argument(
        "files", nargs="*", metavar="FILE", help="a scenario file, or the name of a scenario that is here; none: all"
    )
    command.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for tools")
    command.set_defaults(run=check)


def check(options: argparse.Namespace) -> int:
    """Check the files that are named, or all scenarios and the evidence."""
    from sharedground.scenario import check_file
    from sharedground.scenario.load import scenario_file, scenario_files

    whole = not options.files
    paths = list(scenario_files().values()) if whole else [scenario_file(each) for each in options.files]
    findings, evidence_faults = _evidence()
    problems = [
        problem
        for path in paths
        for problem in check_file(path, findings=findings, called=_called(path, options.files))
    ]
    told = evidence_faults if whole else []
    clean = not problems and not told
    if options.format == "json":
        report = {
            "format": 1,
            "clean": clean,
            "scenarios": [str(path) for path in paths],
            "problems": [problem.as_dict() for problem in problems],
            "evidence": told,
        }
        print(json.dumps(report, indent=2, ensure_ascii=False))
    else:
        for line in [*map(str, problems), *told, *([""] if not clean else [])]:
            print(line)
        print(_summary(len(paths), len(problems), len(told), evidence=whole))
        if evidence_faults and not whole:
            print("The evidence has faults of its own, so findings were not looked up. See: sharedground check")
    return CLEAN if clean else FAULTS


def _evidence() -> tuple[frozenset[str] | None, list[str]]:
    """The ids of all findings, or none of them and the faults of the evidence."""
    from sharedground.errors import EvidenceError

    try:
        from sharedground.evidence import load_evidence

        return frozenset(load_evidence().findings), []
    except ImportError:
        return None, []
    except EvidenceError as trouble:
        return None, str(trouble).splitlines()


def _called(path: Path, given: Sequence[str]) -> str:
    """A file as its author gave it; a scenario of ours by its bare name."""
    return str(path) if str(path) in given else path.name


def _summary(files: int, faults: int, evidence_faults: int, *, evidence: bool) -> str:
    checked = f"{_count(files, 'scenario')}{' and the evidence' if evidence else ''} checked"
    return f"{checked}, {_count(faults + evidence_faults, 'fault') if faults + evidence_faults else 'no faults'}."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    sys.exit(main())
