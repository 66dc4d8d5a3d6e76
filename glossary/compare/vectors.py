"""Which words are used alike, by small tables of word vectors. The only module that knows numpy.

They know that "huurder" is near "bewoner". They do not know opposites from synonyms, so they
never decide a contrast, and their numbers never reach a screen. Numpy and the table of a language
load when first asked for, which takes some tenths of a second.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from glossary.compare.forms import lemma
from glossary.compare.languages import language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TABLES = files(__package__) / "tables"
_SHORTEST_PART = 4  # letters of the last part of a compound; shorter ends are endings
_SHORTEST_START = 3  # letters before it
_LONGEST = 40  # letters of a word that is looked for
_BLOCK = 256  # words compared with all others at once, which bounds the memory it takes


class Vectors:
    """The words of one language, each with its row.

    Rows are whole numbers, so that every product of two is exact: the same words give the same
    numbers whatever their order.
    """

    def __init__(self, places: Mapping[str, int], rows: "NDArray[np.int8]", code: str) -> None:
        self._places = places
        self._rows = rows
        self._code = code
        self._compounds = language(code).compounds
        # Bounded, because a process may meet any number of words.
        self._place = lru_cache(maxsize=65_536)(self._look_up)

    def knows(self, word: str) -> bool:
        """Whether a normal word, its dictionary form or its last known part has a row."""
        return self._place(word) is not None

    def similarity(self, one: str, other: str) -> float:
        """How alike two normal words are used, -1 to 1; 0 where one of them is unknown."""
        return self.similarities([one], [other])[0][0]

    def similarities(self, ones: Sequence[str], others: Sequence[str]) -> list[list[float]]:
        """The similarity of every word of `ones` (rows) with every word of `others` (columns)."""
        here, places_a = self._known(ones)
        there, places_b = self._known(others)
        found = [[0.0] * len(others) for _ in ones]
        if here and there:
            near = self._cosines(places_a, places_b).tolist()
            for i, row in zip(here, near, strict=True):
                for j, value in zip(there, row, strict=True):
                    found[i][j] = value
        return found

    def nearest(
        self, words: Sequence[str], groups: Sequence[Mapping[str, float]]
    ) -> list[list[float]]:
        """For every word (rows) and group (columns) the similarity of the nearest in the group.

        Groups map words to how much their similarity counts. At least 0.
        """
        import numpy as np

        here, places_a = self._known(words)
        found = np.zeros((len(words), len(groups)))
        for column, group in enumerate(groups):
            there, places_b = self._known(list(group))
            if here and there:
                counts = np.array(list(group.values()))[there]
                near = self._cosines(places_a, places_b) * counts
                found[here, column] = near.max(axis=1)
        nearest: list[list[float]] = np.maximum(found, 0.0).tolist()
        return nearest

    def near(self, words: Iterable[str], least: float) -> list[tuple[str, str, float]]:
        """Pairs of `words` at least so alike, each pair once and sorted, with their similarity.

        Words that have one row between them (the same dictionary form, compounds of one last
        part) are no pair: their likeness is one of form.
        """
        found = [
            (word, place) for word in sorted(set(words)) if (place := self._place(word)) is not None
        ]
        places = [place for _, place in found]
        near = []
        for start in range(0, len(found), _BLOCK):
            cosines = self._cosines(places[start : start + _BLOCK], places)
            at = (cosines >= least).nonzero()
            for i, j, value in zip(
                at[0].tolist(), at[1].tolist(), cosines[at].tolist(), strict=True
            ):
                (one, here), (other, there) = found[start + i], found[j]
                if one < other and here != there:
                    near.append((one, other, value))
        return near

    def _known(self, words: Sequence[str]) -> tuple[list[int], list[int]]:
        """Which of the words have a row, by their index, and which rows those are."""
        found = [
            (i, place) for i, word in enumerate(words) if (place := self._place(word)) is not None
        ]
        return [i for i, _ in found], [place for _, place in found]

    def _cosines(self, ones: list[int], others: list[int]) -> "NDArray[np.float64]":
        import numpy as np

        # 64 products of two int8 stay far below 2**24, up to which float32 counts exactly.
        a, b = self._rows[ones].astype(np.float32), self._rows[others].astype(np.float32)
        lengths = np.outer(*(np.sqrt((rows * rows).sum(axis=1, dtype=float)) for rows in (a, b)))
        found: NDArray[np.float64] = (a @ b.T) / np.maximum(lengths, 1.0)
        return found

    def _look_up(self, word: str) -> int | None:
        if len(word) > _LONGEST:
            return None
        if word in self._places:
            return self._places[word]
        base = lemma(word, self._code) if word else ""
        if base in self._places:
            return self._places[base]
        return self._last_part(base) if self._compounds else None

    def _last_part(self, word: str) -> int | None:
        """The longest known word at the end of a compound: "huisbewoner" is a "bewoner"."""
        parts = (word[cut:] for cut in range(_SHORTEST_START, len(word) - _SHORTEST_PART + 1))
        return next((self._places[part] for part in parts if part in self._places), None)


def table(tag: str) -> Vectors | None:
    """The vectors of a language (a BCP 47 tag); None where there is no table."""
    return _load(language(tag).code)


@cache
def _load(code: str) -> Vectors | None:
    source = _TABLES / f"{code}.npz"
    if not code.isalpha() or not source.is_file():
        return None
    import numpy as np

    with source.open("rb") as file, np.load(file) as data:
        words = data["words"].tobytes().decode().split("\n")
        return Vectors({word: place for place, word in enumerate(words)}, data["vectors"], code)
