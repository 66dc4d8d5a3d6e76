"""What may be shown: nobody's definition before the reveal, no reason before the round is over."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from glossary.domain.agreements import Phase
from glossary.domain.deriving import fresh_positions
from glossary.domain.partners import Definition, Partner
from glossary.domain.termset import TermSet
from glossary.domain.text import fingerprint


def is_blind(termset: TermSet, term: str) -> bool:
    """Whether partners write without seeing each other: that was opened, and nothing revealed.

    A term that partners fill in on their own, outside of a session, is not blind. One of the
    session is where nobody can tell, because its file cannot be read.
    """
    agreement = termset.agreements.get(term)
    if agreement is None:
        session = termset.session
        is_planned = session is not None and term in (*session.terms, session.current)
        return is_planned and term in termset.unread_agreements
    return agreement.opened is not None and agreement.revealed is None


def is_round_complete(termset: TermSet, term: str) -> bool:
    """Whether every partner has a position on the draft as it is worded now.

    Also when the group closed the round on this wording without somebody. A partner whose file
    cannot be read may not have spoken.
    """
    agreement = termset.agreement(term)
    current = agreement.draft.fingerprint
    if current is None:
        return False
    if any(one.closed and one.on == current for one in agreement.rounds):
        return True
    return bool(termset.partners) and len(fresh_positions(termset, term)) == termset.size


def holds_reasons(termset: TermSet, term: str) -> bool:
    """Whether the reasons of positions are still closed: the round of consent goes on.

    Positions that partners take before it, on their own, are read as they come in.
    """
    is_asked = termset.agreement(term).phase is Phase.CONSENT
    return is_asked and not is_round_complete(termset, term)


def veiled(termset: TermSet, unseen: str) -> TermSet:
    """The set as anybody may see it now.

    Of a blind term only who has answered is left: `unseen` stands in the place of every meaning,
    and all else that was said is gone. Of a round of consent that goes on, reasons are gone;
    those of earlier rounds were told when these were over.
    The same set comes back when there is nothing to hide. Never write it to the files.
    """
    told = (*termset.agreements, *termset.unread_agreements)
    blind = frozenset(term for term in told if is_blind(termset, term))
    held = frozenset(term for term in termset.agreements if holds_reasons(termset, term))
    if not blind and not held:
        return termset
    asked = {term: termset.agreement(term).draft.fingerprint for term in held}
    partners = {
        key: _veiled(partner, blind, asked, unseen) for key, partner in termset.partners.items()
    }
    return replace(termset, partners=partners)


def seats(termset: TermSet, term: str) -> tuple[str, ...]:
    """All partners in the order in which they have their turn at a term.

    It is another one for each term, so that neither the alphabet nor status speaks first, and
    stays as it was at the reveal; who joined later comes last.
    """
    order = tuple(key for key in termset.agreement(term).order if key in termset.partners)
    late = (key for key in termset.partners if key not in order)
    return order + tuple(sorted(late, key=lambda key: _shuffle(term, key)))


def hides_names(termset: TermSet, term: str) -> bool:
    """Whether letters stand in the place of names: so the session chose, while a term is compared.

    What comes after that people say to one another by name.
    """
    is_chosen = termset.session is not None and termset.session.anonymous
    return is_chosen and termset.agreement(term).phase in (Phase.COLLECT, Phase.COMPARE)


def letter_order(termset: TermSet, term: str) -> tuple[str, ...]:
    """Partners in the order of their letters at a term; who left keeps its place.

    It is another order than that of the turns, in which names are called later on. It stays as
    it was at the reveal; who joined later gets the next letter, and keeps it from the next phase
    on.
    """
    agreement = termset.agreement(term)
    known = agreement.letters or _apart(term, agreement.order or seats(termset, term))
    late = (key for key in termset.partners if key not in known)
    return known + tuple(sorted(late, key=lambda key: _shuffle(term, key)))


def letters(termset: TermSet, term: str) -> Mapping[str, str]:
    """Partner id to the letter that stands for its name, in the order of the letters.

    A to Z, then AA, AB and so on.
    """
    order = letter_order(termset, term)
    return {key: _letter(place) for place, key in enumerate(order) if key in termset.partners}


def columns(termset: TermSet, term: str, *, hidden: bool) -> tuple[str, ...]:
    """All partners in the order in which their words stand beside each other.

    It is that of their turns, once that is fixed; of their letters, where names are `hidden`.
    Otherwise those come first that said what they mean.
    """
    if hidden:
        return tuple(letters(termset, term))
    if termset.agreement(term).order:
        return seats(termset, term)
    return tuple(dict.fromkeys((*termset.meanings(term), *termset.partners)))


def lettered(termset: TermSet, term: str) -> TermSet:
    """The set with letters in the place of the names of partners, and in their order.

    Never write it to the files.
    """
    partners = {
        key: replace(termset.partners[key], name=letter, short=letter)
        for key, letter in letters(termset, term).items()
    }
    return replace(termset, partners=partners)


def among(termset: TermSet, term: str, partners: Collection[str]) -> TermSet:
    """The set as if there were only these partners, to look at a term between them.

    Named differences with others are left out. Never write it to the files.
    """
    kept = {key: partner for key, partner in termset.partners.items() if key in partners}
    agreement = termset.agreements.get(term)
    if agreement is None:
        return replace(termset, partners=kept)
    differences = tuple(one for one in agreement.differences if set(one.between) <= set(kept))
    only = replace(agreement, differences=differences)
    return replace(termset, partners=kept, agreements={**termset.agreements, term: only})


def _veiled(
    partner: Partner, blind: frozenset[str], asked: Mapping[str, str | None], unseen: str
) -> Partner:
    """`asked` are the fingerprints on which a round goes on, by term."""
    definitions = {
        term: _unseen(definition, unseen) if term in blind else definition
        for term, definition in partner.definitions.items()
    }
    positions = {
        term: replace(position, reason="")
        if term in blind or asked.get(term) == position.on
        else position
        for term, position in partner.positions.items()
    }
    return replace(
        partner,
        definitions=definitions,
        cases={term: given for term, given in partner.cases.items() if term not in blind},
        restatements=tuple(one for one in partner.restatements if one.term not in blind),
        verdicts=tuple(one for one in partner.verdicts if one.term not in blind),
        positions=positions,
        past_positions=tuple(one for one in partner.past_positions if one.term not in blind),
    )


def _unseen(definition: Definition, unseen: str) -> Definition:
    return Definition(unseen if definition.meaning.strip() else "")


def _apart(term: str, turns: tuple[str, ...]) -> tuple[str, ...]:
    """Another order than that of the turns, wherever there is one."""
    found = tuple(sorted(turns, key=lambda key: fingerprint(f"{key} {term}")))
    return found if found != turns else (*found[1:], *found[:1])


def _shuffle(term: str, partner: str) -> str:
    return fingerprint(f"{term} {partner}")


def _letter(place: int) -> str:
    rest, last = divmod(place, 26)
    return (_letter(rest - 1) if rest else "") + chr(ord("A") + last)
