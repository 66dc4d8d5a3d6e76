"""The pages of a set: what each partner sees of it, and where its answers go."""

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from hashlib import blake2b
from threading import Lock

from glossary.domain import GlossaryError, TermSet
from glossary.formats.html_book import lang_of
from glossary.formats.html_text import NOTHING, Html
from glossary.join.contract import Given, Shown
from glossary.join.pages import again, deciding, listening, own, reading
from glossary.join.pages.parts import Sheet, asked_at, path_of
from glossary.locale import ngettext, speaking
from glossary.workflow.ports import Loaded, Store
from glossary.workflow.remembering import Marks
from glossary.workflow.session.answers import kind_of
from glossary.workflow.session.asking import (
    ASKED_FIELDS,
    AnswerRestatement,
    MyCase,
    MyLens,
    MyMeaning,
    MyPosition,
    MyRating,
    Question,
    Restate,
    Seat,
)
from glossary.workflow.session.giving import LateError, OtherWordsError, Sent, give, seal
from glossary.workflow.session.reading import Others, Positions, Wait
from glossary.workflow.session.seat import seat, seat_at
from glossary.workflow.showing import shown

_SEEN = "seen-"
_WRITTEN = ("reason", "correction")


class RoomPages:
    """See `glossary.join.contract.Pages`."""

    def __init__(self, store: Store, set_id: str, today: Callable[[], dt.date]) -> None:
        self._store, self._set_id, self._today = store, set_id, today
        self._marks = Marks(store.memory, set_id)
        self._loaded: Loaded | None = None
        self._reading = Lock()
        # An answer is held against the file and written before the next one is.
        self._writing = Lock()

    def show(self, partner: str, question: str, language: str, hidden: Html) -> Shown:
        """The page for a partner. Raises GlossaryError where its file or the set is gone."""
        with speaking(language), self._discreetly():
            return self._shown(partner, question, hidden)

    def give(self, partner: str, form: Mapping[str, str], language: str, hidden: Html) -> Given:
        """Write down an answer, or ask further. Raises GlossaryError where the set is gone."""
        with speaking(language):
            sent = _sent(form)
            try:
                with self._writing, self._discreetly():
                    left_out = give(self._store, self._set_id, partner, sent, self._today())
            except GlossaryError as error:
                return Given(False, self._again(partner, sent, error, hidden))
            on = self._next(partner, sent)
            if not left_out:
                return Given(True, on=on)
            sentence = ngettext(
                "{n} invisible character was left out of what you sent.",
                "{n} invisible characters were left out of what you sent.",
                left_out,
            ).format(n=left_out)
            return Given(True, told=sentence, on=on)

    def typed(self, form: Mapping[str, str], language: str) -> Html:
        """What somebody typed in a form that is not taken."""
        with speaking(language):
            return again.copied(_nowhere(""), _sent(form).typed)

    @contextmanager
    def _discreetly(self) -> Iterator[None]:
        """Let errors say which file it is, and not where the laptop has it."""
        try:
            yield
        except GlossaryError as error:
            told, folder = str(error), self._store.folder
            for place in (folder.resolve(), folder.absolute()):
                told = told.replace(f"{place}{os.sep}", "")
            error.args = (told,)
            raise

    def _shown(self, partner: str, question: str, hidden: Html) -> Shown:
        termset = self._termset()
        found = seat(termset, partner)
        asked = found.take(asked_at(found, question))
        sheet = Sheet(found, hidden, lang_of(termset))
        return Shown(self._page(termset, sheet, asked), _place(found, asked))

    def _next(self, partner: str, sent: Sent) -> str:
        """What is asked after an answer: who passed a question by goes on behind it."""
        with suppress(GlossaryError):
            found = seat(self._termset(), partner)
            asked = found.after(sent.question if sent.term == found.term else "")
            if asked != found.take(""):
                return path_of(found, asked.id)
        return ""

    def _again(self, partner: str, sent: Sent, error: GlossaryError, hidden: Html) -> Html:
        """The page on which an answer that was not saved stands once more."""
        try:
            termset = self._termset()
            known = sent.term if sent.term in termset.terms else ""
            found = seat_at(termset, partner, known) if known else seat(termset, partner)
        except GlossaryError:
            # Nobody has a seat where its file is gone: what was typed is shown all the same.
            return again.over(_nowhere(partner), str(error), sent.typed)
        sheet = Sheet(found, hidden, lang_of(termset), typed=sent.typed, seen=sent.seen)
        asked = found.find(sent.question)
        if isinstance(error, LateError) and error.may_insist:
            held = termset.partners[found.partner].definitions.get(found.term)
            texts = {name: getattr(held, name, "") for name in ASKED_FIELDS}
            asked = MyMeaning(termset.terms[found.term].questions, texts)
            sheet = replace(sheet, is_late=True, notice=again.trouble(error))
            return self._page(termset, sheet, asked)
        if asked is None or isinstance(error, LateError) or not known:
            return again.over(sheet, str(error), sent.typed)
        if isinstance(error, OtherWordsError):
            seen = {**sent.seen, **{name: seal(text) for name, text in error.held.items()}}
            sheet = replace(sheet, seen=seen)
            told = again.other_words(sheet, sent, str(error), error.held)
            return self._page(termset, replace(sheet, notice=told), asked)
        if getattr(asked, "on", sent.on) != sent.on:
            # What was chosen was chosen of other words; what was typed may hold of these too.
            typed = {name: text for name, text in sent.typed.items() if name in _WRITTEN}
            sheet = replace(sheet, typed=typed, seen={})
        return self._page(termset, replace(sheet, notice=again.trouble(error)), asked)

    def _page(self, termset: TermSet, sheet: Sheet, asked: Question) -> Html:
        if isinstance(asked, Others):
            seen = shown(termset)
            term = seen.terms[sheet.seat.term]
            return reading.others(sheet, asked, term, self._marks.of(seen, term))
        if isinstance(asked, MyLens):
            return own.lens(sheet, asked, termset)
        makers: dict[type, Callable[..., Html]] = {
            MyMeaning: own.meaning,
            MyCase: own.case,
            MyRating: own.rating,
            Restate: listening.restating,
            AnswerRestatement: listening.answering,
            MyPosition: deciding.position,
            Positions: deciding.positions,
            Wait: reading.wait,
        }
        return makers[type(asked)](sheet, asked)

    def _termset(self) -> TermSet:
        """The set as the files have it, read once for all until one of them changes."""
        with self._reading:
            loaded = self._loaded
            if loaded is None or self._store.version(self._set_id) != loaded.version:
                loaded = self._loaded = self._store.load(self._set_id)
            return loaded.termset


def _nowhere(partner: str) -> Sheet:
    """The paper of whoever has no seat."""
    return Sheet(Seat(partner, "", (Wait(),)), NOTHING, None)


def _sent(form: Mapping[str, str]) -> Sent:
    question = form.get("question", "")
    found = kind_of(question)
    names = found[0].names if found is not None else ()
    return Sent(
        form.get("term", ""),
        question,
        {name: form[name] for name in names if name in form},
        {key.removeprefix(_SEEN): text for key, text in form.items() if key.startswith(_SEEN)},
        form.get("on", ""),
        knowingly="late" in form,
    )


def _place(found: Seat, asked: Question) -> str:
    """Of what the partner is asked, and for one that reads also of what there is to do.

    Its own answers are left out: who types is not disturbed by another phone of its partner.
    """
    told = repr((found.term, found.label, found.phase, asked.id, asked.asks))
    if not asked.is_answer:
        told += repr([(one.id, one.is_open) for one in found.questions])
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
