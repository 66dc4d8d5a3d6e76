"""Abbreviations that another text of the comparison writes out: "AVG", "MoU"."""

from collections.abc import Iterable

from glossary.compare.analysis import Analysed

_SHORTEST, _LONGEST = 2, 6  # letters
_MOST = 30  # abbreviations of one comparison, so that time stays bounded
_SMALL = 2  # small words of the written out form that have no letter


def written_out(texts: Iterable[Analysed]) -> set[tuple[str, str]]:
    """Pairs of dictionary forms: an abbreviation with each word that it stands for."""
    read = list(texts)
    short = {
        letters.casefold(): text.words[index].lemma
        for text in read
        for index in sorted(text.carriers)
        if (letters := _letters(text.text[text.tokens[index].start : text.tokens[index].end]))
    }
    by_start: dict[str, list[str]] = {}
    for letters in sorted(short)[:_MOST]:
        by_start.setdefault(letters[0], []).append(letters)
    return {
        (short[letters], text.words[index].lemma)
        for text in (read if short else ())
        for first, each in enumerate(text.words)
        for letters in by_start.get(each.norm[0], ())
        for index in _run(text, letters, first)
    }


def _letters(word: str) -> str:
    """The letters of an abbreviation, empty for another word: it has more than one capital."""
    if not word[0].isupper():
        return ""
    bare = word.replace(".", "")
    capitals = sum(letter.isupper() for letter in bare)
    fits = _SHORTEST <= len(bare) <= _LONGEST and bare.isalpha()
    return bare if fits and capitals >= max(_SHORTEST, len(bare) - 1) else ""


def _run(text: Analysed, letters: str, first: int) -> list[int]:
    """The carriers of the run of words from `first` that has these first letters."""
    run: list[int] = []
    done = skipped = 0
    for index in range(first, len(text.words)):
        if text.clause[index] != text.clause[first]:
            return []
        small = index not in text.carriers
        if text.words[index].norm[0] == letters[done]:
            run += [] if small else [index]
            done += 1
            if done == len(letters):
                return run if len(run) > 1 else []
        elif small and done and skipped < _SMALL:
            skipped += 1
        else:
            return []
    return []
