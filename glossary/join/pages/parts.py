"""What pages of questions are made of: their head, a form, fields, choices and the way on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from glossary.formats.html_text import NOTHING, Html, line, tag, together
from glossary.locale import gettext as _
from glossary.locale import pgettext
from glossary.workflow.session.asking import Question, Seat
from glossary.workflow.session.giving import seal
from glossary.workflow.words import phase_word

NOW = "/now"
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper of one page.

    `hidden` belongs in every form, `lang` is the language of what people typed, and `notice`
    stands above all. `typed` is shown in the place of what the files hold, and `seen` sent with
    it in the place of their seals.
    """

    seat: Seat
    hidden: Html
    lang: str | None
    notice: Html = NOTHING
    typed: Texts = field(default_factory=dict)
    seen: Texts = field(default_factory=dict)
    is_late: bool = False

    def words(self, text: str, name: str = "p", class_: str = "typed") -> Html:
        """What people typed, with its lines as they are."""
        return tag(name, text.strip(), class_=class_, lang=self.lang, dir="auto")


def address(seat: Seat, question: str) -> str:
    """Where a question is, as long as the group is there: in another phase nobody stays on it."""
    return f"/q/{path_of(seat, question)}"


def path_of(seat: Seat, question: str) -> str:
    """What stands behind /q/ in the address of a question."""
    return f"{seat.term}/{seat.phase}/{question}"


def asked_at(seat: Seat, place: str) -> str:
    """The question of which this is the address behind /q/; empty where the group left it."""
    group, _slash, question = place.rpartition("/")
    return question if group in ("", f"{seat.term}/{seat.phase}") else ""


def page(sheet: Sheet, question: Question, *parts: str) -> Html:
    """A question with what stands around each of them."""
    return together(*_head(sheet, question), sheet.notice, *parts, *_ways(sheet.seat, question))


def form(
    sheet: Sheet, question: str, held: Texts, *parts: str, on: str = "", sends: str = ""
) -> Html:
    """What is sent together; `held` gives by name what the files hold, `on` is what it is about.

    `sends` is what the button says, where that is not to save.
    """
    seals = {name: sheet.seen.get(name, seal(text)) for name, text in held.items()}
    told = {
        "term": sheet.seat.term,
        "question": question,
        **({"on": on} if on else {}),
        **({"late": "yes"} if sheet.is_late else {}),
        **{f"seen-{name}": one for name, one in seals.items()},
    }
    keep = f"{sheet.seat.term}/{question}"
    # Browsers put back what was typed, without a script too, where the name of a form (Firefox)
    # or of its first fields is the same: it must not be that of another question or partner.
    own = f"{sheet.seat.partner}/{keep}"
    return tag(
        "form",
        tag("input", type="hidden", name=own),
        sheet.hidden,
        *(tag("input", type="hidden", name=name, value=text) for name, text in told.items()),
        *parts,
        tag("p", tag("button", sends or _keep(sheet), type="submit"), class_="send"),
        method="post",
        name=own,
        data_keep=keep,
    )


def writing(
    sheet: Sheet, name: str, label: str, text: str, *, hint: str = "", is_spoken: bool = False
) -> Html:
    """A field for a text with its label, which only screen readers read where it `is_spoken`."""
    return together(
        tag("label", line(label), for_=name, class_="spoken" if is_spoken else "asked"),
        tag("p", hint, id=f"{name}-hint", class_="hint") if hint else NOTHING,
        tag(
            "textarea",
            sheet.typed.get(name, text).strip(),
            name=name,
            id=name,
            rows="5",
            lang=sheet.lang,
            dir="auto",
            aria_describedby=f"{name}-hint" if hint else None,
        ),
    )


def choices(
    sheet: Sheet,
    name: str,
    legend: Html,
    offered: Sequence[tuple[str, Html]],
    chosen: str,
    *,
    look: str = "choices",
) -> Html:
    """One of these, each a value and what it is called."""
    now = sheet.typed.get(name, chosen)
    return tag(
        "fieldset",
        tag("legend", legend),
        tag("div", *_choices(name, offered, now), class_=look),
    )


def unseen(seat: Seat) -> str:
    """That nobody sees what is answered, where that is so."""
    told = _("Nobody sees your answers before the reveal. Until then you can change them.")
    return told if seat.is_blind else ""


def notice(*parts: str) -> Html:
    """Something that has to be known before anything else."""
    return tag("div", *parts, class_="notice", role="alert")


def going_on(sentence: str = "") -> Html:
    """The way to what is asked next."""
    return tag("p", tag("a", sentence or _("Go on"), href=NOW, class_="button"), class_="send")


def _head(sheet: Sheet, question: Question) -> Iterator[Html]:
    seat = sheet.seat
    yield tag("p", line(seat.name), class_="who")
    if not seat.term:
        return
    yield tag("h1", line(seat.label), lang=sheet.lang)
    steps = [line(phase_word(seat.phase))] if seat.phase is not None else []
    if question in seat.own:
        place = seat.own.index(question) + 1
        told = _("Question {n} of {all}").format(n=place, all=len(seat.own))
        steps.append(tag("a", told, href=address(seat, "wait")))
    elif question.id != "wait":
        steps.append(tag("a", _("All questions"), href=address(seat, "wait")))
    yield tag("p", together(*steps, between=" · "), class_="step")


def _ways(seat: Seat, question: Question) -> Iterator[Html]:
    """To the questions before and behind this one."""
    ids = [one.id for one in seat.questions]
    if len(ids) < 2 or question.id not in ids[:-1]:
        return
    place = ids.index(question.id)
    ways = [
        tag("a", "← ", _("Previous"), href=address(seat, ids[place - 1]), rel="prev"),
        tag(
            "a", pgettext("question", "Next"), " →", href=address(seat, ids[place + 1]), rel="next"
        ),
    ]
    ways = ways if place else ways[1:]
    if question.is_answer:
        told = _("Save before you go on: this browser does not keep what you type.")
        yield tag("noscript", tag("p", told, class_="hint"))
    yield tag("nav", *ways, class_="ways", aria_label=_("Questions"))


def _keep(sheet: Sheet) -> str:
    return _("Save it all the same") if sheet.is_late else _("Save")


def _choices(name: str, offered: Sequence[tuple[str, Html]], chosen: str) -> Iterator[Html]:
    for value, label in offered:
        radio = tag(
            "input",
            type="radio",
            name=name,
            value=value,
            checked=value == chosen,
            required=True,
        )
        yield tag("label", radio, tag("span", label), class_="choice")
