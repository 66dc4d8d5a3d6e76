"""A term set: the vocabulary, its partners and their agreements, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from glossary.domain.terms import Term, Vocabulary

if TYPE_CHECKING:
    from glossary.domain.agreements import Agreement
    from glossary.domain.partners import Partner
    from glossary.domain.sessions import Session


@dataclass(frozen=True, slots=True)
class TermSet:
    """Everything that a group of partners works on.

    `partners` is ordered by id and `agreements` is keyed by term; a term without a file of
    its own has an empty agreement. `session` is None where no session was planned. `unread` are
    the ids of partners that take part and whose file cannot be read: what they say is not known.
    `unread_agreements` are the terms of which it is not known how far the group came.
    """

    id: str
    vocabulary: Vocabulary
    partners: "Mapping[str, Partner]" = field(default_factory=dict)
    agreements: "Mapping[str, Agreement]" = field(default_factory=dict)
    session: "Session | None" = None
    unread: tuple[str, ...] = ()
    unread_agreements: tuple[str, ...] = ()

    @property
    def terms(self) -> Mapping[str, Term]:
        """The terms in the order of the file."""
        return self.vocabulary.terms

    @property
    def title(self) -> str:
        """The title, or the id where there is none."""
        return self.vocabulary.title or self.id

    @property
    def size(self) -> int:
        """How many partners take part, whether or not their file can be read."""
        return len(self.partners) + len(self.unread)

    @property
    def language(self) -> str:
        """Language of the definitions (BCP 47)."""
        return self.vocabulary.language

    def agreement(self, term: str) -> "Agreement":
        """What the group did with a term."""
        from glossary.domain.agreements import Agreement

        return self.agreements.get(term) or Agreement(term)

    def meanings(self, term: str) -> dict[str, str]:
        """Partner id to meaning, for the partners that said what they mean."""
        return {
            key: said.meaning
            for key, partner in self.partners.items()
            if (said := partner.definitions.get(term)) is not None and said.meaning.strip()
        }
