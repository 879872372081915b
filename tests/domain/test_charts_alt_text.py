"""What a figure says to those who cannot see it: what is shown, what was found, how sure it is."""

from charted import everything, evidence, figure_of


def test_a_picture_of_people_is_said_in_full():
    assert figure_of("radar-relapse").sentence == (
        "Pictures of 100 people, two side by side. How many people became so unwell again that they needed hospital, "
        "over two years: when reducing medication slowly with support, 25 of 100; when staying on it, 13 of 100; "
        "reported harm, for the person; moderate certainty. 253 people were studied. Said in words: No difference in "
        "social functioning, symptoms or quality of life at two years; no effect shown, for the person; moderate "
        "certainty."
    )


def test_a_ratio_is_said_with_its_interval_and_what_a_side_means():
    assert (
        "risk ratio 0.77 (interval 0.6 to 0.98); below 1 means less often with wishes written down in advance than "
        "with usual care; reported gain, for the person; moderate certainty."
    ) in figure_of("advstatement-meta").sentence


def test_a_range_is_said_as_lowest_and_highest_study():
    assert figure_of("seclusion-ptsd-range").sentence == (
        "How many people had post-traumatic stress disorder after being secluded or restrained: 25% to 47%, lowest "
        "and highest study; reported harm, for the person; low certainty."
    )


def test_every_sentence_gives_every_figure_it_stands_for_and_how_sure_it_is():
    for spec in everything()[1:]:
        for row in spec.rows:
            finding = evidence().findings[row["finding"]]
            for figure in (finding.value_text, finding.ci_low_text, finding.ci_high_text, finding.comparator_text):
                assert figure in spec.sentence or row["shape"] == "words", row["finding"]
            assert row["certainty_words"] in spec.sentence
            assert row["label"] in spec.sentence


def test_no_sentence_stumbles():
    for spec in everything():
        for stumble in ("..", ";.", ": ;", "with with", "  ", "None", " v ;"):
            assert stumble not in spec.sentence, spec.title
