"""How a term moved through the commits, as a user sees it."""

import threading
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.cells import cell_len

from glossary.store.folder import FolderStore
from glossary.tui.marking import NO_BREAK
from glossary.tui.screens.agreement import AgreementScreen
from glossary.tui.screens.compare import CompareScreen
from glossary.tui.screens.history import HistoryScreen
from glossary.tui.screens.library import LibraryScreen
from glossary.tui.widgets.history_view import HistoryView
from glossary.workflow.ports import Past, Revision
from tests.git.repository import Repository
from tests.tui.seeing import Seen, opened

DAYS = [{"GIT_AUTHOR_DATE": f"2026-11-{day}T10:00:00 +0100"} for day in ("02", "09", "16")]
OUTCOME = '\n[outcome]\nkind = "shared"\nreview = 2027-05-01\n'


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A meaning that changed, a draft with its outcome, and one that is not committed."""
    made = Repository(tmp_path / "project")
    made.start()
    made.said("noord", "That nothing goes wrong.", DAYS[0])
    made.say("noord", "That nothing goes badly wrong.")
    made.commit("Worse", DAYS[1])
    made.draft("We take care.", OUTCOME)
    made.commit("Agree", DAYS[2])
    made.say("delta", "Time.")
    return made


def short(repository: Repository, name: str) -> str:
    return repository.git("rev-parse", "--short", name)


@asynccontextmanager
async def history(repository: Repository, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Seen]:
    """The history of the one term, opened from the list."""
    async with opened(store=FolderStore(repository.set.parent), size=size) as seen:
        await seen.press("h")
        assert isinstance(seen.app.screen, HistoryScreen)
        yield seen


def marked(seen: Seen, attribute: str) -> str:
    """What stands on the screen with this attribute of the terminal."""
    segments = [one for strip in seen.app.screen._compositor.render_strips() for one in strip]
    return "".join(one.text for one in segments if one.style and getattr(one.style, attribute))


def told(seen: Seen) -> list[str]:
    """The lines of the history itself, without the empty ones."""
    shown = (line.replace(NO_BREAK, " ").strip() for line in seen.lines[3:-1])
    return [line for line in shown if line]


async def test_what_came_and_went_newest_first(repository: Repository) -> None:
    async with history(repository) as seen:
        assert seen.lines[0].startswith(" QUALITY")
        assert told(seen) == [
            "▶ not committed yet",
            "Delta · Meaning · new",
            "Time.",
            f"16 Nov 2026 · Ann · Agree · {short(repository, 'HEAD')}",
            "Draft · new",
            "We take care.",
            "Outcome · new",
            "agreed, look again on 1 May 2027",
            f"9 Nov 2026 · Ann · Worse · {short(repository, 'HEAD~1')}",
            "Noord · Meaning",
            "That nothing goes {+badly+} wrong.",
            f"2 Nov 2026 · Ann · noord: That nothing goes wrong. · {short(repository, 'HEAD~2')}",
            "Noord · Meaning · new",
            "That nothing goes wrong.",
        ]


async def test_words_that_went_are_struck_and_words_that_came_are_bold(
    repository: Repository,
) -> None:
    repository.said("noord", "That little goes wrong.")
    async with history(repository) as seen:
        assert "That [-nothing-] {+little+} goes [-badly-] wrong." in seen.text
        assert marked(seen, "strike") == "[-nothing-][-badly-]"
        assert "{+little+}" in marked(seen, "bold")


async def test_from_the_screens_of_a_term_and_back(repository: Repository) -> None:
    store = FolderStore(repository.set.parent)
    async with opened(store=store) as seen:
        for screen, ways in (
            (LibraryScreen, ("h",)),
            (CompareScreen, ("enter", "h")),
            (AgreementScreen, ("a", "f9")),
        ):
            assert "not committed yet" in await seen.press(*ways)
            await seen.press("escape")
            assert isinstance(seen.app.screen, screen)
            if screen is not LibraryScreen:
                await seen.press("escape")


async def test_a_draft_that_is_being_typed_is_in_its_history(repository: Repository) -> None:
    async with opened(store=FolderStore(repository.set.parent)) as seen:
        await seen.press("a", "f4", *" Now.", "f9")
        assert told(seen)[2:5] == ["Time.", "Draft", "We take care. {+Now.+}"]


async def test_since_the_outcome(repository: Repository) -> None:
    async with history(repository) as seen:
        await seen.press("2")
        since, *rest = told(seen)
        assert since.startswith("Since 16 Nov 2026 · Ann · Agree · ")
        assert rest == ["▶ not committed yet", "Delta · Meaning · new", "Time."]
        assert "2 Since the outcome" in marked(seen, "bold")
        await seen.press("1")
        assert "Since 16 Nov" not in seen.text
        assert "{+badly+}" in seen.text


async def test_since_the_commit_of_the_cursor_and_back_to_it(repository: Repository) -> None:
    async with history(repository) as seen:
        await seen.press("down", "down")
        assert "▶ 9 Nov 2026" in seen.text
        await seen.press("3")
        assert told(seen)[0].startswith("Since 9 Nov 2026")
        assert "▶ 16 Nov 2026" not in seen.text
        assert "{+badly+}" not in seen.text
        await seen.press("1")
        assert "▶ 9 Nov 2026" in seen.text


async def test_what_is_not_committed_is_no_place_to_count_from(repository: Repository) -> None:
    async with history(repository) as seen:
        before = told(seen)
        text = await seen.press("3")
        assert "There is no commit under the cursor to count from." in text
        assert told(seen)[: len(before)] == before


async def test_one_partner_at_a_time(repository: Repository) -> None:
    async with history(repository) as seen:
        text = await seen.press("n")
        assert "Time." in text
        assert "Noord · Meaning" not in text
        assert "Draft" not in text
        text = await seen.press("right")
        assert "Time." not in text
        assert "{+badly+}" in text
        assert "Since 9 Nov" in await seen.press("3")
        text = await seen.press("0")
        assert "Since 9 Nov" in text
        assert "Delta · Meaning" in text
        text = await seen.press("p", "1")
        assert "Delta · Meaning" not in text
        assert "Noord · Meaning · new" in text


async def test_a_click_chooses_too(repository: Repository) -> None:
    async with history(repository) as seen:
        await seen.pilot.click("#since", offset=(20, 0))
        await seen.rest()
        assert "Since 16 Nov 2026" in seen.text
        await seen.pilot.click("#since", offset=(4, 0))
        await seen.rest()
        await seen.pilot.click(HistoryView, offset=(9, 4))
        await seen.rest()
        assert "▶ 16 Nov 2026" in seen.text


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("", "“quality” has no outcome yet"),
        (OUTCOME, "The outcome of “quality” is not committed yet"),
    ],
)
async def test_an_outcome_that_is_in_no_commit(
    repository: Repository, rest: str, told: str
) -> None:
    repository.draft("We take care.")
    repository.commit("Open again")
    repository.draft("We take care.", rest)
    async with history(repository) as seen:
        assert told in await seen.press("2")
        assert "Draft · new" in await seen.press("1")


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40)])
async def test_every_word_is_on_one_page(repository: Repository, size: tuple[int, int]) -> None:
    words = [f"w{n}x" for n in range(400)]
    repository.say("noord", " ".join(words))
    repository.commit("Ω" * 300)
    repository.say("delta", "Ψ" * 200)
    async with history(repository, size) as seen:
        view = seen.app.screen.query_one(HistoryView)
        found: list[str] = []
        for _page in range(view.pages):
            assert all(cell_len(line) <= size[0] for line in seen.lines)
            found += [word.strip("{}+-") for word in seen.text.split()]
            await seen.press("space")
        assert [word for word in found if word in words] == words
        assert ["".join(found).count(letter) for letter in "ΩΨ"] == [300, 200]


async def test_a_long_step_goes_on_under_its_head(repository: Repository) -> None:
    repository.say("noord", "long " * 600 + "end.")
    repository.commit("Much")
    async with history(repository) as seen:
        assert "Much" in seen.lines[4]
        assert not seen.lines[4].endswith("↑")
        # The arrow keys go through all of it, too.
        text = await seen.press("down")
        assert text.splitlines()[4].startswith(" ▶")
        assert text.splitlines()[4].endswith("↑")
        first = seen.lines[0]
        await seen.press("up", "down")
        assert seen.lines[0] == first


async def test_pages_turn_with_space_and_backspace(repository: Repository) -> None:
    for n in range(12):
        repository.said("noord", f"Version {n}.")
    async with history(repository) as seen:
        assert "page 1/" in seen.lines[0]
        await seen.press("space")
        assert "page 2/" in seen.lines[0]
        assert any(line.startswith(" ▶") for line in seen.lines)
        await seen.press("backspace")
        assert "page 1/" in seen.lines[0]
        last = (await seen.press("backspace")).splitlines()[0]
        count = last.rpartition("/")[2]
        assert last.endswith(f"page {count}/{count}")


async def test_what_others_change_is_read_again(repository: Repository) -> None:
    async with history(repository) as seen:
        repository.say("delta", "More time.")
        seen.app.lookout.look()
        await seen.rest()
        assert "More time." in seen.text


async def test_a_term_that_is_gone_is_left(repository: Repository) -> None:
    async with history(repository) as seen:
        repository.write("termset.toml", 'format = 1\ntitle = "Our region"\nlanguage = "en"\n')
        seen.app.lookout.look()
        await seen.rest()
        assert isinstance(seen.app.screen, LibraryScreen)


async def test_another_language_tells_all_of_it_again(repository: Repository) -> None:
    async with history(repository, (80, 16)) as seen:
        text = await seen.press("f3", "down", "down", "up")
        assert all(label in seen.lines[-1] for label in ("Blad", "Ouder", "Volgende partner"))
        assert "nog niet gecommit" in text
        assert "Delta · Betekenis · nieuw" in text
        assert "▶ 16 nov 2026" in text
        assert "▶ 16 nov 2026" in await seen.press("f2")


async def test_a_term_that_is_not_revealed_has_no_history_yet(repository: Repository) -> None:
    repository.write(
        "agreements/quality.toml", 'format = 1\nphase = "collect"\nopened = 2026-11-16T10:00:00Z\n'
    )
    async with history(repository) as seen:
        assert "is not revealed yet, so nobody can see its history." in seen.text
        assert "Time." not in seen.text
        assert "is not revealed yet" in await seen.press("2", "n")


async def test_reasons_stay_closed_during_a_round(repository: Repository) -> None:
    repository.write(
        "agreements/quality.toml",
        'format = 1\nphase = "consent"\n\n[draft]\nwording = "We take care."\n',
    )
    stand = '\n[positions.quality]\non = "0"\nposition = "concern"\nreason = "Who counts?"\n'
    repository.say("noord", "That little goes wrong.", stand)
    repository.commit("A concern")
    async with history(repository) as seen:
        assert "Noord · Position · new" in seen.text
        assert "Concern" in seen.text
        assert "Who counts?" not in seen.text


class SlowPast:
    """Waits until it is told to go on; for the rest as another one."""

    def __init__(self, past: Past, gate: threading.Event) -> None:
        self._past, self._gate = past, gate
        self.contents, self.commit, self.reachable = past.contents, past.commit, past.reachable

    def revisions(self, paths: Sequence[str]) -> tuple[Revision, ...]:
        self._gate.wait(30)
        return self._past.revisions(paths)


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    made = threading.Event()
    yield made
    made.set()


@asynccontextmanager
async def slow(repository: Repository, gate: threading.Event) -> AsyncIterator[Seen]:
    async with opened(store=FolderStore(repository.set.parent)) as seen:
        past = seen.app.desk.past
        seen.app.desk.past = lambda folder: SlowPast(past(folder), gate)
        await seen.pilot.press("h")
        await seen.pilot.pause()
        yield seen


async def test_keys_work_while_it_is_read(repository: Repository, gate: threading.Event) -> None:
    async with slow(repository, gate) as seen:
        assert "reading the history …" in seen.lines[0]
        await seen.pilot.press("n", "2", "1")
        await seen.pilot.pause()
        assert "Delta" in marked(seen, "bold")
        gate.set()
        await seen.rest()
        assert "reading" not in seen.lines[0]
        assert told(seen) == ["▶ not committed yet", "Delta · Meaning · new", "Time."]


async def test_leaving_while_it_is_read(repository: Repository, gate: threading.Event) -> None:
    async with slow(repository, gate) as seen:
        await seen.pilot.press("escape")
        await seen.pilot.pause()
        assert isinstance(seen.app.screen, LibraryScreen)
        gate.set()
        await seen.rest()
        assert isinstance(seen.app.screen, LibraryScreen)
    assert seen.app.fault is None


async def test_keys_in_a_window_that_is_too_small_break_nothing(repository: Repository) -> None:
    async with history(repository) as seen:
        before = await seen.press("2")
        await seen.resize(1, 1)
        await seen.press("1", "down", "down", "space", "3", "n", "0", "1", "2")
        assert await seen.resize(80, 24) == before
