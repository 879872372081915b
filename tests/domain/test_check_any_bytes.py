"""Whatever is in a file, the check answers with faults and never falls over."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from scenario_builder import RECITAL
from sharedground.scenario import Scenario
from sharedground.scenario.check import examine_bytes
from sharedground.scenario.compile import compile_scenario

calm = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LINES = RECITAL.splitlines(keepends=True)
SIGNS = ":-#&*!|>'\"%@`{}[],?\t\n ~<\u200b\u202e\x00é"


def answered(data: bytes) -> None:
    scenario, faults = examine_bytes(data, findings={"leave-evidence-gap"})
    assert (scenario is None) == bool(faults)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for fault in faults:
        assert fault.line is not None
        assert 1 <= fault.line <= lines
        assert "\n" not in str(fault)
        assert str(fault).isprintable()
        assert len(str(fault)) < 1000
    if scenario is not None:
        assert isinstance(scenario, Scenario)
        assert compile_scenario(scenario)["scenes"]


@calm
@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe" + "title: Tea".encode("utf-16-le"))
@example(b"%TAG ! tag:x,2000:\n--- !a b")
@example(b"? ? ? a\n: : b")
@example(b"<<: *a\n")
@example(b"? &a [b]\n: *a\n*a : c\n")
@example(b'"\\ud800": x')
@example(b"a: &b\n  *b : c\n")
@example(b"{[{}]: {}}")
def test_no_byte_string_makes_the_check_fall_over(data):
    answered(data)


@calm
@given(st.text(alphabet=st.one_of(st.sampled_from(SIGNS), st.characters()), max_size=200))
def test_no_text_makes_the_check_fall_over(text):
    answered(text.encode("utf-8", "surrogatepass"))


@calm
@given(st.integers(0, len(RECITAL)), st.integers(0, 40), st.text(alphabet=SIGNS + "abi", max_size=6))
def test_no_slip_of_the_hand_makes_the_check_fall_over(at, gone, typed):
    answered((RECITAL[:at] + typed + RECITAL[at + gone :]).encode())


@calm
@given(st.lists(st.sampled_from(LINES), min_size=20, max_size=120))
def test_no_shuffling_of_lines_makes_the_check_fall_over(lines):
    answered("".join(lines).encode())


@calm
@given(
    st.sampled_from(range(len(LINES))),
    st.sampled_from(
        [
            "[]",
            "{}",
            "''",
            "'  '",
            "' monday '",
            "Bad Id",
            "[[]]",
            "{a: {}}",
            "[{}]",
            "no",
            "~",
            "9" * 5000,
            "[a, a]",
            "{'': ''}",
            "{1: {}}",
        ]
    ),
)
def test_no_value_of_another_kind_makes_the_check_fall_over(at, value):
    key = LINES[at].split(":")[0]
    answered("".join([*LINES[:at], f"{key}: {value}\n", *LINES[at + 1 :]]).encode())
    top = [line for line in LINES if not line.startswith(" ")]
    answered("".join([*top, f"{key.strip()}: {value}\n"]).encode())
