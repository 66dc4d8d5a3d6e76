"""Fields followed back through histories of every shape."""

from hypothesis import given
from hypothesis import strategies as st

from glossary.workflow.moves import Held, Place, State, held, moves, moves_between
from glossary.workflow.ports import Commit, Revision

PATHS = ("partners/delta.toml", "partners/noord.toml")
PLACES = [Place(path, field) for path in PATHS for field in ("meaning", "example")]

_Shape = list[tuple[list[int], list[str]]]


def _shapes(most_parents: int) -> st.SearchStrategy[_Shape]:
    """Per commit, oldest first, how far back its parents are, and what each place holds."""
    back = st.lists(st.integers(1, 4), min_size=1, max_size=most_parents, unique=True)
    said = st.lists(st.sampled_from(["", "a", "b"]), min_size=4, max_size=4)
    return st.lists(st.tuples(back, said), min_size=1, max_size=12)


def _built(shape: _Shape) -> tuple[list[Revision], dict[str, State]]:
    """The revisions, newest first, and their states; all commits are reachable from the newest."""
    revisions: list[Revision] = []
    states: dict[str, State] = {}
    for number, (back, said) in enumerate(shape):
        parents = dict.fromkeys(number - step for step in [*back, 1] if step <= number)
        own_id = str(number)
        known = tuple(map(str, parents))
        revisions.append(Revision(Commit(own_id, own_id, "Ann", None, ""), known))
        states[own_id] = {
            path: {
                place.field: Held(text, text)
                for place, text in zip(PLACES, said, strict=True)
                if place.path == path and text
            }
            for path in PATHS
        }
    return revisions[::-1], states


@given(_shapes(1).map(lambda shape: [([1], said) for _back, said in shape]))
def test_along_one_line_the_moves_are_a_chain(shape: _Shape) -> None:
    revisions, states = _built(shape)
    found = moves(revisions, states)
    for place in PLACES:
        chain = [
            move
            for one in revisions
            for move in found.get(one.commit.id, ())
            if move.place == place
        ]
        value = held(states[revisions[0].commit.id], place).value
        for move in chain:
            assert move.after == value
            assert move.before != move.after
            value = move.before
        assert value is None


@given(_shapes(3))
def test_where_branches_meet_only_what_no_branch_had_is_a_move(shape: _Shape) -> None:
    revisions, states = _built(shape)
    found = moves(revisions, states)
    for one in revisions:
        for move in found.get(one.commit.id, ()):
            assert move.after == held(states[one.commit.id], move.place).value
            for parent in one.parents:
                assert held(states[parent], move.place).value != move.after
    # The newest move of a place is what it now is; a place that holds something has moved.
    for place in PLACES:
        now = held(states[revisions[0].commit.id], place).value
        newest = next(
            (
                move
                for one in revisions
                for move in found.get(one.commit.id, ())
                if move.place == place
            ),
            None,
        )
        assert (newest.after if newest else None) == now


@given(_shapes(1))
def test_between_two_states(shape: _Shape) -> None:
    states = [*_built(shape)[1].values()]
    old, new = states[0], states[-1]
    assert {move.place for move in moves_between(old, new)} == {
        place for place in PLACES if held(old, place) != held(new, place)
    }
