"""How what partners mean by a term, the draft and the positions moved through commits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from glossary.domain import NotFoundError, Position, RefusedError, Severity, Term, TermSet
from glossary.domain.ids import is_valid_id
from glossary.domain.visibility import holds_reasons, is_blind
from glossary.locale import gettext as _
from glossary.workflow.lookup import partner_of, term_of
from glossary.workflow.moves import (
    OUTCOME,
    Fields,
    Move,
    Place,
    State,
    Value,
    fields_of,
    held,
    moves,
    moves_between,
)
from glossary.workflow.naming import quote
from glossary.workflow.ports import Commit, Loaded, Past, ReadMember, Revision
from glossary.workflow.versions import AGREEMENTS, PARTNERS, SUFFIX, Unread, read_versions


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of a history is asked for: one partner's, and what came after a commit.

    `agreed` stands for the commit in which the outcome that now stands was recorded.
    """

    partner: str | None = None
    since: str | None = None
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one field.

    `partner` is an id and `name` what it is called, both "" for what the group holds. `field` is
    one of `moves.FIELDS`: those of `domain.TEXT_FIELDS` and "position", and for the group
    "draft.wording", "draft.example", "draft.counterexample" and "outcome".
    """

    partner: str
    name: str
    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Step:
    """What changed in one commit; `commit` is None for what is not committed yet."""

    commit: Commit | None
    changes: tuple[Change, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Lost:
    """A file that could not be read, and since which commits; None for what is not committed yet.

    `name` is what its partner is called, "" for the agreement.
    """

    path: str
    name: str
    commits: tuple[Commit | None, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The steps of one term, newest first: in the order of the commits, whatever clocks said.

    `since` is the commit after which they come, None where they are all. `complete` is False
    where this clone does not have the oldest commits. `partner` is what the one is called whose
    steps alone these are, "" for everybody's. `lost` are the files that could not be read in some
    of the steps; `told` leaves out steps of which there is nothing else to tell.
    """

    term: Term
    steps: tuple[Step, ...]
    since: Commit | None = None
    complete: bool = True
    partner: str = ""
    lost: tuple[Lost, ...] = ()

    @property
    def told(self) -> tuple[Step, ...]:
        """The steps in which something about the term changed."""
        return tuple(step for step in self.steps if step.changes)


def history(
    loaded: Loaded, past: Past, read: ReadMember, term_id: str, scope: Scope | None = None
) -> History:
    """The history of one term of a set that was just loaded.

    A file that was broken in some commit counts there as it was before. Raises NotFoundError for
    an unknown term, partner or commit, and for an outcome that is in no commit; RefusedError
    for a term that is not revealed yet; UnreadableError where there is no version control. While
    a round of consent goes on, positions come without their reasons.
    """
    scope, termset = scope or Scope(), loaded.termset
    term = term_of(termset, term_id)
    if is_blind(termset, term.id):
        raise RefusedError(
            _("{term} is not revealed yet, so nobody can see its history.").format(
                term=quote(term.label)
            )
        )
    own = _partner_id(termset, scope.partner)
    paths = _paths(term, own, scope)
    revisions = past.revisions(paths)
    versions = read_versions(revisions, past, read, term.id)
    names = {**versions.names, **{key: one.name for key, one in termset.partners.items()}}
    if own is not None and own not in names:
        partner_of(termset, own)
    head = versions.states[revisions[0].commit.id] if revisions else {}
    now, broken = _present(loaded, term, own, head)
    # Since when a file that is broken in a commit is so, that commit tells.
    new = tuple(one for one in broken if one.path not in versions.broken)
    found = moves(revisions, versions.states)
    since = None if scope.since is None else past.commit(scope.since)
    if scope.agreed:
        since = _recorded(term, revisions, found, head, now)
    known = past.reachable(since.id, paths) if since else frozenset()
    steps = [_step(None, moves_between(head, now), new, own, names)]
    steps += [
        _step(one, found.get(one.id, ()), versions.unread.get(one.id, ()), own, names)
        for one in (revision.commit for revision in revisions)
        if one.id not in known
    ]
    if holds_reasons(termset, term.id):
        steps = [_without_reasons(one) for one in steps]
    complete = not any(one.cut for one in revisions)
    told = tuple(one for one in steps if one.changes or one.unread)
    partner = "" if own is None else names[own]
    return History(term, told, since, complete, partner, tuple(_lost(told, names)))


def _lost(steps: Sequence[Step], names: Mapping[str, str]) -> Iterator[Lost]:
    found: dict[str, list[Commit | None]] = {}
    for step in steps:
        for unread in step.unread:
            found.setdefault(unread.path, []).append(step.commit)
    for path, commits in found.items():
        room, _slash, name = path.partition("/")
        own_id = name.removesuffix(SUFFIX)
        called = names.get(own_id, own_id) if room == PARTNERS else ""
        yield Lost(path, called, tuple(commits))


def _partner_id(termset: TermSet, text: str | None) -> str | None:
    """The partner's id; that of a partner that left is taken as it is."""
    if text is None:
        return None
    try:
        return partner_of(termset, text).id
    except NotFoundError:
        if is_valid_id(text):
            return text
        raise


def _paths(term: Term, own: str | None, scope: Scope) -> tuple[str, ...]:
    agreement, partners = f"{AGREEMENTS}/{term.id}{SUFFIX}", PARTNERS
    if own is None:
        return (agreement, partners)
    file = f"{PARTNERS}/{own}{SUFFIX}"
    return (agreement, file) if scope.agreed else (file,)


def _present(
    loaded: Loaded, term: Term, own: str | None, head: State
) -> tuple[State, tuple[Unread, ...]]:
    """What the files say on disk; a broken one counts as it was at the last commit."""
    termset = loaded.termset
    state: dict[str, Fields] = {
        f"{PARTNERS}/{key}{SUFFIX}": fields_of(one, term.id)
        for key, one in termset.partners.items()
        if own in (None, key)
    }
    state[f"{AGREEMENTS}/{term.id}{SUFFIX}"] = fields_of(termset.agreement(term.id), term.id)
    broken: dict[str, str] = {}
    for finding in loaded.findings:
        room, own_id = finding.path.parent.name, finding.path.stem
        members = termset.partners if room == PARTNERS else termset.agreements
        concerns = own in (None, own_id) if room == PARTNERS else own_id == term.id
        if finding.severity is Severity.ERROR and concerns and own_id not in members:
            path = f"{room}/{finding.path.name}"
            broken.setdefault(path, f"{finding.place}: {finding.message} {finding.remedy}")
    kept = {path: head[path] for path in broken if path in head}
    return state | kept, tuple(Unread(path, why.rstrip()) for path, why in broken.items())


def _recorded(
    term: Term,
    revisions: Sequence[Revision],
    found: Mapping[str, Sequence[Move]],
    head: State,
    now: State,
) -> Commit:
    """The commit in which the outcome that now stands came to be."""
    place = Place(f"{AGREEMENTS}/{term.id}{SUFFIX}", OUTCOME)
    if held(now, place).value is None:
        told = _("{term} has no outcome yet, so nothing can have changed since.")
    elif held(now, place).counts != held(head, place).counts:
        told = _("The outcome of {term} is not committed yet, so no commit can come after it.")
    else:
        told = _("The outcome of {term} was recorded before the oldest commit in this clone.")
        for revision in revisions:
            if any(move.place == place for move in found.get(revision.commit.id, ())):
                return revision.commit
    raise NotFoundError(told.format(term=quote(term.label)))


def _step(
    commit: Commit | None,
    found: Iterable[Move],
    unread: tuple[Unread, ...],
    own: str | None,
    names: Mapping[str, str],
) -> Step:
    changes = (_change(move, names) for move in found)
    return Step(commit, tuple(one for one in changes if own in (None, one.partner)), unread)


def _without_reasons(step: Step) -> Step:
    """The step as it may be shown before everybody has spoken; what is the same then is out."""
    changes = (
        replace(one, before=_unsaid(one.before), after=_unsaid(one.after)) for one in step.changes
    )
    return replace(step, changes=tuple(one for one in changes if one.before != one.after))


def _unsaid(value: Value) -> Value:
    return replace(value, reason="", date=None) if isinstance(value, Position) else value


def _change(move: Move, names: Mapping[str, str]) -> Change:
    room, _slash, name = move.place.path.partition("/")
    own_id = name.removesuffix(SUFFIX) if room == PARTNERS else ""
    return Change(own_id, names.get(own_id, own_id), move.place.field, move.before, move.after)
