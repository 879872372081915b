"""Colours can be read, and told apart by people who see colours differently."""

from itertools import combinations

import pytest

from sharedground.charts import palette

# Machado, Oliveira and Fernandes 2009, IEEE Trans Vis Comput Graph 15:1291-1298, severity 1.0; linear RGB.
SEEN_WITH = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
NOT_TOLD_APART_UNDER = 10
"""Difference in CIELAB (1976) below which two small marks may look alike; just visible is about 2.3."""


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast_ratio(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def as_seen(colour: str, deficiency: str) -> list[float]:
    rgb = linear(colour)
    seen = (sum(m * part for m, part in zip(row, rgb, strict=True)) for row in SEEN_WITH[deficiency])
    return [min(max(part, 0.0), 1.0) for part in seen]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(m * part for m, part in zip(row, rgb, strict=True)) for row in to_xyz]
    f = [
        (v / white) ** (1 / 3) if v / white > 0.008856 else 7.787 * v / white + 16 / 116
        for v, white in zip(xyz, (0.95047, 1.0, 1.08883), strict=True)
    ]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def difference(one: list[float], other: list[float]) -> float:
    return sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5


def test_black_on_white_has_the_contrast_of_the_wcag_definition():
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("ground", [palette.PAPER, palette.SURFACE])
@pytest.mark.parametrize("colour", ["INK", "MUTED", "TOGETHER", "WITHOUT_THEM", "LEFT_ALONE", "GAIN", "ALERT"])
def test_everything_written_or_marked_in_a_colour_can_be_read_on_page_and_card(colour, ground):
    assert contrast_ratio(getattr(palette, colour), ground) >= 4.5


@pytest.mark.parametrize("ground", [palette.PAPER, palette.SURFACE])
def test_borders_of_controls_can_be_seen(ground):
    assert contrast_ratio(palette.CONTROL, ground) >= 3


@pytest.mark.parametrize("deficiency", SEEN_WITH)
@pytest.mark.parametrize("pair", list(combinations(palette.STANCES, 2)), ids="-".join)
def test_stances_can_be_told_apart_with_each_colour_vision_deficiency(pair, deficiency):
    one, other = (as_seen(palette.STANCES[stance], deficiency) for stance in pair)
    assert difference(one, other) > NOT_TOLD_APART_UNDER


@pytest.mark.parametrize("deficiency", SEEN_WITH)
def test_gains_differ_from_ink_with_each_colour_vision_deficiency(deficiency):
    assert difference(as_seen(palette.GAIN, deficiency), as_seen(palette.INK, deficiency)) > NOT_TOLD_APART_UNDER


def test_the_simulation_makes_red_and_green_alike_for_people_without_red_or_green_cones():
    red, green = "#B00020", "#5B7B00"
    plain = difference(linear(red), linear(green))
    assert difference(as_seen(red, "deuteranopia"), as_seen(green, "deuteranopia")) < plain / 2
