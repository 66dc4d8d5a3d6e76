"""The whole comparison: read every text once, look at every pair, bring it together."""

from collections.abc import Mapping, Sequence
from itertools import chain

from glossary.compare.abbreviations import written_out
from glossary.compare.analysis import Analysed, Load, term_forms
from glossary.compare.attention import attention
from glossary.compare.cases import spread
from glossary.compare.cues import Cue
from glossary.compare.general import corrections
from glossary.compare.heard import Heard, hear
from glossary.compare.kinship import kinship
from glossary.compare.languages import Language, language
from glossary.compare.lenses import angles, in_general
from glossary.compare.marks import texts
from glossary.compare.model import Comparison
from glossary.compare.pairs import Reading, meet
from glossary.compare.pulls import Pulls, attraction, general_attraction
from glossary.compare.signals import explain
from glossary.compare.vectors import table
from glossary.domain import Lens


def run(
    definitions: Mapping[str, str],
    tag: str,
    term: str,
    lenses: Sequence[Lens],
    cases: Mapping[str, Mapping[str, str]],
    chosen: Mapping[str, Sequence[str]],
    *,
    vectors: bool,
) -> Comparison:
    """See `glossary.compare.compare`."""
    known = language(tag)
    alike = table(tag) if vectors else None
    forms = term_forms(term, known)
    heard = {who: hear(text, forms, known) for who, text in sorted(definitions.items())}
    analysed = {who: each.text for who, each in heard.items()}
    general = not lenses
    if general:
        draw = general_attraction(known.code, vectors=vectors)
    else:
        draw = attraction(tuple(lenses), known.code, vectors=vectors)
    named = () if general else draw.words
    kin = kinship(_vocabulary(analysed, named), known, written_out(analysed.values()))
    words = chain.from_iterable(text.words for text in analysed.values())
    pulling = draw.pulls(words, {} if general else kin)
    readings = _read(heard, draw.phrases, pulling, known, chosen, general=general)
    met = meet(readings, kin, known, alike)
    # Who has said nothing yet has no wording to be apart from.
    spoken = {pair: each for pair, each in met.items() if each.spoken}
    answers = spread(cases)
    return Comparison(
        texts=texts(readings, spoken, known),
        pairs={pair: each.shown for pair, each in met.items()},
        lenses={partner: reading.angles.weights for partner, reading in readings.items()},
        cases=answers,
        attention=attention([each.evidence.divergence for each in spoken.values()], answers),
        signals=explain(readings, spoken, lenses, cases, known),
    )


def _vocabulary(analysed: Mapping[str, Analysed], cues: Sequence[Cue]) -> dict[str, str]:
    """Every word that may have relatives, and every cue, with its dictionary form."""
    words = {
        each.norm: each.lemma
        for text in analysed.values()
        for each in text.words
        if each.load is Load.CONTENT
    }
    words.update((cue.norms[0], cue.lemmas[0]) for cue in cues)
    words.update([(base, base) for base in words.values()])
    return dict(sorted(words.items()))


def _read(
    heard: Mapping[str, Heard],
    phrases: Sequence[Cue],
    pulling: Pulls,
    known: Language,
    chosen: Mapping[str, Sequence[str]],
    *,
    general: bool,
) -> dict[str, Reading]:
    but = corrections(known.code)
    readings = {}
    for partner, (text, turns, said) in heard.items():
        shown = angles(text, turns, phrases, pulling, chosen.get(partner, ()), but)
        readings[partner] = Reading(text, said, in_general(text, shown) if general else shown)
    return readings
