"""The screens in a real terminal, beside a bare Textual app."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from glossary.domain import TermSet
from glossary.store.folder import FolderStore
from tests.benchmarks.stopwatch import Stopwatch, bare, program
from tests.benchmarks.table import Measured

_LETTERS = "trust people and time "


def first_paints(folders: Sequence[Path], runs: int) -> list[Measured]:
    """From start to the first frame that shows a term, round by round.

    With the most memory that was needed until all terms were in order: in the first round, when
    they are compared, and in the second, when that is remembered.
    """
    asked = [("bare Textual app", bare(), "barewords")]
    asked += [(f"library, {each.name}", program(each), first_label(each)) for each in folders]
    times: dict[str, list[float]] = {name: [] for name, _argv, _words in asked}
    peaks: dict[str, list[float]] = {name: [] for name, _argv, _words in asked}
    for number in range(runs):
        for name, argv, words in asked:
            with Stopwatch(argv) as terminal:
                times[name].append(terminal.first_paint(words))
                if number < 2:
                    terminal.settle(2.0)
                    peaks[name].append(terminal.peak)
    found = [Measured(name, times[name], peaks[name][1]) for name in times]
    return found + [
        Measured(f"{name}: first time", times[name][:1], peaks[name][0]) for name in [*times][1:]
    ]


def echoes(runs: int) -> list[Measured]:
    """Letters typed in the bare app: what a key costs at least."""
    with Stopwatch(bare("input")) as terminal:
        terminal.first_paint("barewords")
        terminal.settle()
        times = [terminal.press_timed("x")[1] for _ in range(runs)]
        return [Measured("bare Textual app, a letter", times, terminal.peak)]


def switches(folder: Path, columns: int, rows: int, runs: int) -> list[Measured]:
    """The next term on the compare screen."""
    with Stopwatch(program(folder), columns=columns, rows=rows) as terminal:
        _settled(terminal, folder)
        terminal.press_timed("enter")
        times = [terminal.press_timed("n")[1] for _ in range(runs)]
        name = f"next term, {folder.name} at {columns}x{rows}"
        return [Measured(name, times, terminal.peak)]


def opening(folder: Path, runs: int) -> list[Measured]:
    """The compare screen of the term with most partners: the texts, then their marks."""
    term = most_defined(folder)
    with Stopwatch(program(folder)) as terminal:
        _settled(terminal, folder)
        terminal.press_timed("/")
        terminal.press_timed(term)
        frames = []
        for _run in range(runs):
            frames.append(terminal.press_timed("enter"))
            terminal.press_timed("esc")
        return list(_first_last(f"open “{term}”, {folder.name}", frames, terminal.peak))


def finds(folder: Path, runs: int) -> list[Measured]:
    """Letters typed to find a term: the letter itself, then the list."""
    with Stopwatch(program(folder)) as terminal:
        _settled(terminal, folder)
        terminal.press_timed("/")
        frames: list[tuple[float, float]] = []
        while len(frames) < runs:
            frames += [terminal.press_timed(letter) for letter in "term-0"]
            for _letter in "term-0":
                terminal.press_timed("backspace")
        return list(_first_last(f"find, {folder.name}", frames, terminal.peak))


def drafts(folder: Path, runs: int) -> list[Measured]:
    """Letters typed in a draft: the letter itself, then whose words they are."""
    with Stopwatch(program(folder)) as terminal:
        _settled(terminal, folder)
        terminal.press_timed("a")
        frames = [terminal.press_timed(_LETTERS[n % len(_LETTERS)]) for n in range(runs)]
        return list(_first_last(f"draft, {folder.name}", frames, terminal.peak))


def around(folder: Path, runs: int) -> list[Measured]:
    """On the compare screen: the other theme, the other language, another size of the window."""
    sizes = ((100, 30), (120, 40))
    with Stopwatch(program(folder), columns=120, rows=40) as terminal:
        _settled(terminal, folder)
        terminal.press_timed("enter")
        themes = [terminal.press_timed("f2")[1] for _ in range(runs)]
        languages = [terminal.press_timed("f3")[1] for _ in range(runs)]
        resized = [terminal.resize_timed(*sizes[n % 2])[1] for n in range(runs)]
        return [
            Measured("the other theme", themes, terminal.peak),
            Measured("the other language", languages),
            Measured("another size", resized),
        ]


def first_label(folder: Path) -> str:
    """The label of a set's first term."""
    return next(iter(_load(folder).terms.values())).label


def most_defined(folder: Path) -> str:
    """Id of the term of which most partners said what they mean."""
    termset = _load(folder)
    return max(termset.terms, key=lambda term: len(termset.meanings(term)))


def _load(folder: Path) -> TermSet:
    store = FolderStore(folder)
    return store.load(store.sets()[0]).termset


def _settled(terminal: Stopwatch, folder: Path) -> None:
    """Started, compared and put in order."""
    terminal.first_paint(first_label(folder))
    terminal.settle(3.0)


def _first_last(
    name: str, frames: Sequence[tuple[float, float]], peak: float
) -> Iterator[Measured]:
    yield Measured(f"{name}: first frame", [first for first, _last in frames], peak)
    yield Measured(f"{name}: settled", [last for _first, last in frames])
