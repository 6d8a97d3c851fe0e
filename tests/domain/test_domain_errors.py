"""What is wrong, said in one line."""

import pytest

from footroutine.domain.errors import DataError, Problem, did_you_mean, told


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("a.toml", "x.y", "is missing"), "a.toml: x.y: is missing."),
        (Problem("a.toml", "", "is empty", "Write it anew"), "a.toml: is empty. Write it anew."),
        (Problem("a.toml", "x", "unknown key", "Did you mean 'y'?"), "a.toml: x: unknown key. Did you mean 'y'?"),
        (Problem("a.toml", "x", "is odd", "Mend it."), "a.toml: x: is odd. Mend it."),
    ],
)
def test_a_problem_is_one_sentence_after_another(problem: Problem, line: str) -> None:
    assert str(problem) == line


def test_the_nearest_known_word_is_offered_or_all_of_them() -> None:
    assert did_you_mean("toe-pres", ["toe-press", "circles"]) == "Did you mean 'toe-press'?"
    assert did_you_mean("zzz", ["toe-press", "circles"]) == "Known: circles, toe-press"
    assert did_you_mean("zzz", []) == "Known: none"


def test_an_error_in_data_says_every_problem() -> None:
    problems = [Problem("a", "b", "c"), Problem("d", "e", "f")]
    error = DataError(iter(problems))
    assert error.problems == tuple(problems)
    assert str(error) == "a: b: c.\nd: e: f."


def test_many_problems_are_told_up_to_a_number_and_then_counted() -> None:
    problems = [Problem("a", "b", str(n)) for n in range(5)]
    assert told(problems, most=5) == [f"a: b: {n}." for n in range(5)]
    assert told(problems, most=3) == ["a: b: 0.", "a: b: 1.", "a: b: 2.", "And 2 more problems in your files."]
    assert told(problems, most=4)[-1] == "And 1 more problem in your files."
    assert told([], most=3) == []


def test_a_problem_shows_itself_whatever_the_file_is_called() -> None:
    assert str(Problem("a\x1b[2J\n\u202eb", "", "is missing")) == "a\ufffd[2J\ufffd\ufffdb: is missing."
