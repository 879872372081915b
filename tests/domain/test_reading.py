"""Counting how hard and how long a text is."""

import math

import pytest

from sharedground.scenario.reading import automated_readability, minutes_to_read, words_in


def test_the_index_is_the_formula_of_smith_and_senter_1967():
    # 9 words of 35 letters in one sentence: 4.71 * 35/9 + 0.5 * 9/1 - 21.43
    text = "The quick brown fox jumps over the lazy dog."
    assert automated_readability(text) == pytest.approx(4.71 * 35 / 9 + 4.5 - 21.43)


def test_longer_sentences_read_harder():
    assert automated_readability("He sat down and then he went home.") > automated_readability("He sat. He went home.")


def test_a_quotation_mark_after_the_stop_ends_a_sentence_too():
    assert automated_readability("“No.” “Yes.”") == automated_readability("No. Yes.")


def test_a_text_without_words_has_no_index():
    assert math.isnan(automated_readability(" … "))


def test_words_with_apostrophes_and_hyphens_are_one_word():
    assert words_in("It wasn’t a one-to-one, it was his.") == 7


def test_two_hundred_words_take_a_minute():
    assert minutes_to_read(500) == 2.5
