"""Which words are used alike, by small tables of word vectors. The only module that knows numpy.

They know that "huurder" is near "bewoner". They do not know opposites from synonyms, so they
never decide a contrast, and their numbers never reach a screen. Numpy and the table of a language
load when first asked for, which takes some tenths of a second.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from glossary.compare.forms import lemma
from glossary.compare.languages import language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TABLES = files(__package__) / "tables"
_SHORTEST_PART = 5  # letters of the last part of a compound; shorter ends are endings
_SHORTEST_START = 4  # letters before it
_LONGEST = 40  # letters of a word that is looked for
# Half of what two words are like everything is the one's, half the other's; the word's own half is
# the same for all others.
_LEVEL = 0.5
_BLOCK = 256  # words compared with all others at once, which bounds the memory it takes


class Vectors:
    """The words of one language, each with the rows that speak for it.

    Those are its own row, that of its dictionary form and, of a compound, that of its last known
    part; two words are as alike as the nearest of their rows. Rows are whole numbers, so that
    every product of two is exact: the same words give the same numbers whatever their order.
    """

    def __init__(self, places: Mapping[str, int], rows: "NDArray[np.int8]", code: str) -> None:
        self._places = places
        self._rows = rows
        self._code = code
        self._compounds = language(code).compounds
        # Bounded, because a process may meet any number of words.
        self._faces = lru_cache(maxsize=65_536)(self._look_up)

    @cached_property
    def usual(self) -> float:
        """How alike any two words are used: more than that begins to say something."""
        return float(self._popular.mean())

    @cached_property
    def _popular(self) -> "NDArray[np.float64]":
        """How alike each row is to all rows on average."""
        import numpy as np

        rows = self._rows.astype(np.float32)
        rows /= np.sqrt((rows * rows).sum(axis=1, keepdims=True))
        # Rounded, because a sum of so many depends on the machine in its last digits.
        popular: NDArray[np.float64] = (rows @ rows.mean(axis=0)).astype(float).round(4)
        return popular

    def knows(self, word: str) -> bool:
        """Whether a row speaks for a normal word."""
        return bool(self._faces(word))

    def similarity(self, one: str, other: str) -> float:
        """How alike two normal words are used, -1 to 1; 0 where one of them is unknown."""
        here, there = self._faces(one), self._faces(other)
        return float(self._cosines([here], [there])[0, 0]) if here and there else 0.0

    def nearest(
        self, words: Sequence[str], groups: Sequence[Mapping[str, float]]
    ) -> list[list[float]]:
        """For every word (rows) and group (columns) the similarity of the nearest in the group.

        Groups map words to how much their similarity counts. Words that are like everything
        attract no more than others do. At least 0.
        """
        import numpy as np

        here, faces = self._known(words)
        there, others = self._known([word for group in groups for word in group])
        found = np.zeros((len(words), len(groups)))
        if here and there:
            counts = np.array([count for group in groups for count in group.values()])[there]
            column_of = np.repeat(range(len(groups)), [len(group) for group in groups])[there]
            columns, starts = np.unique(column_of, return_index=True)
            near = self._cosines(faces, others, level=True) * counts
            found[np.ix_(np.array(here), columns)] = np.maximum.reduceat(near, starts, axis=1)
        nearest: list[list[float]] = np.maximum(found, 0.0).tolist()
        return nearest

    def near(self, words: Iterable[str], least: float) -> list[tuple[str, str, float]]:
        """Pairs of `words` at least so alike, each pair once and sorted, with their similarity.

        Words that share a row (a dictionary form, the last part of compounds) are no pair: their
        likeness is one of form.
        """
        distinct = sorted(set(words))
        here, faces = self._known(distinct)
        near = []
        for start in range(0, len(here), _BLOCK):
            cosines = self._cosines(faces[start : start + _BLOCK], faces)
            at = (cosines >= least).nonzero()
            values = cosines[at].tolist()
            for i, j, value in zip(at[0].tolist(), at[1].tolist(), values, strict=True):
                first = start + i
                if first < j and not set(faces[first]).intersection(faces[j]):
                    near.append((distinct[here[first]], distinct[here[j]], value))
        return near

    def _known(self, words: Sequence[str]) -> tuple[list[int], list[tuple[int, ...]]]:
        """Which of the words have rows, by their index, and which rows those are."""
        found = [(i, faces) for i, word in enumerate(words) if (faces := self._faces(word))]
        return [i for i, _ in found], [faces for _, faces in found]

    def _cosines(
        self, ones: list[tuple[int, ...]], others: list[tuple[int, ...]], *, level: bool = False
    ) -> "NDArray[np.float64]":
        """How alike each of `ones` is with each of `others`, both by their rows.

        `level` takes off what each of `others` is like everything more than usual.
        """
        import numpy as np

        # 64 products of two int8 stay far below 2**24, up to which float32 counts exactly.
        places = [list(chain(*each)) for each in (ones, others)]
        a, b = (self._rows[each].astype(np.float32) for each in places)
        lengths = np.outer(*(np.sqrt((rows * rows).sum(axis=1, dtype=float)) for rows in (a, b)))
        found: NDArray[np.float64] = (a @ b.T) / np.maximum(lengths, 1.0)
        if level:
            found -= _LEVEL * (self._popular[places[1]] - self.usual)
        for axis, each in enumerate((ones, others)):
            starts = [0, *accumulate(map(len, each[:-1]))]
            found = np.maximum.reduceat(found, starts, axis=axis)
        return found

    def _look_up(self, word: str) -> tuple[int, ...]:
        if not 0 < len(word) <= _LONGEST:
            return ()
        base = lemma(word, self._code)
        forms = [word, base, *self._last_part(base)]
        return tuple(sorted({self._places[form] for form in forms if form in self._places}))

    def _last_part(self, word: str) -> list[str]:
        """The longest known word at the end of a compound: "huisbewoner" is a "bewoner"."""
        cuts = range(_SHORTEST_START, len(word) - _SHORTEST_PART + 1) if self._compounds else ()
        return [part for cut in cuts if (part := word[cut:]) in self._places][:1]


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
