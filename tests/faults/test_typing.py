"""The program, or the laptop, dies while somebody types."""

import random
from collections.abc import Callable
from pathlib import Path

from tests.faults import IS_FULL, times
from tests.faults.typist import Typist, lay, meaning

_BOUND = 2.0  # seconds
_MOST_WORDS = 200  # some four seconds of typing


def test_a_kill_while_somebody_types_costs_the_last_two_seconds_at_most(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    chance, kills = random.Random(1), times(2, 100)
    typed, lost, oldest = 0, 0, 0.0
    for _kill in range(kills):
        file = lay(tmp_path)
        with Typist(file) as typist:
            typist.open_form()
            typist.type(chance.randint(1, _MOST_WORDS))
            moment = typist.kill()
        with Typist(file) as again:
            text = _back(again, file)
        missing, age = typist.lost(text, moment)
        typed, lost, oldest = typed + len(typist.words), lost + missing, max(oldest, age)
    figure(
        f"kill -9 while typing: {kills} kills, {typed} words, {lost} lost, "
        f"the oldest typed {oldest:.2f} s before"
    )
    assert not IS_FULL or oldest <= _BOUND


def _back(program: Typist, file: Path) -> str:
    """What the next start has of the text."""
    if "not saved yet" in program.terminal.text:
        program.open_form("Put it back?")
        program.terminal.press("1")
        program.terminal.wait_for("Saved ")
    else:
        program.open_form()
        program.terminal.wait_for(meaning(file).split()[-1])
    return meaning(file)


def test_a_kill_while_saving_fails_costs_the_last_two_seconds_at_most(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    chance, kills = random.Random(2), times(2, 100)
    typed, lost, oldest = 0, 0, 0.0
    for _kill in range(kills):
        file = lay(tmp_path)
        with Typist(file) as typist:
            typist.open_form()
            typist.type(chance.randint(0, 10))
            whole = file.read_bytes()
            file.write_bytes(b"= =")
            typist.type()
            typist.terminal.wait_for("kept apart meanwhile")
            typist.type(chance.randint(0, _MOST_WORDS))
            moment = typist.kill()
        file.write_bytes(whole)
        with Typist(file) as again:
            again.terminal.wait_for("Noord typed something for kwaliteit")
            text = _back(again, file)
        missing, age = typist.lost(text, moment)
        typed, lost, oldest = typed + len(typist.words), lost + missing, max(oldest, age)
    figure(
        f"kill -9 while saving fails: {kills} kills, {typed} words, {lost} lost, "
        f"the oldest typed {oldest:.2f} s before"
    )
    assert not IS_FULL or oldest <= _BOUND


def test_a_reason_that_was_being_typed_is_back(tmp_path: Path, state_folder: Path) -> None:
    file = lay(tmp_path)
    agreement = file.parents[1] / "agreements" / "kwaliteit.toml"
    agreement.parent.mkdir()
    agreement.write_text('format = 1\n\n[draft]\nwording = "Samen."\n', encoding="utf-8")
    with Typist(file) as typist:
        typist.terminal.press("a")
        typist.terminal.wait_for("What we mean together:")
        typist.terminal.press("ctrl+n")
        typist.terminal.wait_for("e Concern")
        typist.terminal.press("2")
        typist.terminal.wait_for("Concern. Why?")
        while not any("w0000" in path.read_text() for path in state_folder.rglob("*.json")):
            typist.type()
        typist.kill()
    with Typist(file) as again:
        again.terminal.wait_for("Noord was giving a reason about kwaliteit")
        again.terminal.press("a")
        again.terminal.wait_for("This reason was not saved yet.")
        again.terminal.press("1")
        again.terminal.wait_for("Enter saves the reason.")
        again.terminal.press("enter")
        again.terminal.wait_for("Saved.")
    assert 'reason = "w0000' in file.read_text(encoding="utf-8")


def test_a_difference_that_was_being_named_is_back(tmp_path: Path, state_folder: Path) -> None:
    file = lay(tmp_path)
    other = file.with_name("delta.toml")
    text = file.read_text(encoding="utf-8").replace("Noord", "Delta").replace("Begin.", "Einde.")
    other.write_text(text, encoding="utf-8")
    with Typist(file) as typist:
        typist.terminal.press("enter")
        typist.terminal.wait_for("v Difference")
        typist.terminal.press("v")
        typist.terminal.wait_for("Between whom?")
        typist.terminal.press("tab", "tab")
        typist.terminal.wait_for("F1 Help")
        while not any("w0000" in path.read_text() for path in state_folder.rglob("*.json")):
            typist.type()
        typist.kill()
    with Typist(file) as again:
        again.terminal.wait_for("A difference about kwaliteit was being named")
        again.terminal.press("enter")
        again.terminal.wait_for("v Difference")
        again.terminal.press("v")
        again.terminal.wait_for("This was being typed before")
        again.terminal.wait_for("w0000")
