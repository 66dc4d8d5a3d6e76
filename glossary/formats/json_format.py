"""A whole term set as JSON: everything that its files hold (docs/json.md).

Only what became of an objection is told as it counts: no reader takes one for integrated in a
wording that never changed.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from glossary.domain import TermSet
from glossary.domain.phases import objections_of
from glossary.formats.contract import Request
from glossary.formats.json_text import dumps, plain
from glossary.formats.parts import Part
from glossary.locale import mark
from glossary.workflow.leaving_out import inside

FORMAT = 1


class Json:
    """Writes a set for other programs."""

    name = "json"
    suffix = ".json"
    description = mark("everything in the set, for other programs")
    extra = ""
    styles: Mapping[str, str] = {}
    leaves_out: Collection[Part] = ()
    is_text = True

    def export(self, termset: TermSet, request: Request) -> bytes:
        """The set as JSON."""
        vocabulary = termset.vocabulary
        text = dumps(
            {
                "format": FORMAT,
                "set": termset.id,
                "title": vocabulary.title,
                "language": vocabulary.language,
                "about": vocabulary.about,
                "terms": [plain(term) for term in vocabulary.terms.values()],
                "partners": [plain(partner) for partner in termset.partners.values()],
                "left_out": [
                    {
                        "file": inside(one),
                        "line": one.line,
                        "reason": one.message,
                        "remedy": one.remedy,
                    }
                    for one in request.left_out
                ],
                "session": plain(termset.session),
                "agreements": [
                    plain(replace(one, objections=objections_of(one)))
                    for _key, one in sorted(termset.agreements.items())
                ],
            }
        )
        return text.encode()
