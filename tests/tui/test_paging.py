"""Columns, bands and pages: nothing twice, nothing lost, nothing off the page."""

from hypothesis import given
from hypothesis import strategies as st

from glossary.tui.paging import Block, grid, paginate

BLOCKS = st.lists(st.builds(Block, st.integers(0, 1), st.integers(0, 60)), max_size=12)


@given(BLOCKS, st.integers(2, 40))
def test_every_line_of_every_block_is_on_exactly_one_page(blocks: list[Block], height: int) -> None:
    pages = paginate(blocks, height)
    found = [
        (part.block, line)
        for page in pages
        for part in page
        for line in range(part.start, part.stop)
    ]
    assert found == [(n, line) for n, block in enumerate(blocks) for line in range(block.lines)]
    assert {part.block for page in pages for part in page} == set(range(len(blocks)))


@given(BLOCKS, st.integers(2, 40))
def test_no_page_is_higher_than_the_screen(blocks: list[Block], height: int) -> None:
    for page in paginate(blocks, height):
        rows = sum(blocks[part.block].head + part.stop - part.start for part in page)
        assert rows + max(0, len(page) - 1) <= height


@given(BLOCKS, st.integers(2, 40))
def test_a_block_that_fits_on_a_page_is_not_cut(blocks: list[Block], height: int) -> None:
    parts = [part for page in paginate(blocks, height) for part in page]
    for n, block in enumerate(blocks):
        if block.head + block.lines <= height:
            assert [part.block for part in parts].count(n) == 1


def test_columns_stand_in_balanced_bands() -> None:
    assert grid(4, 118).per_band == 4
    assert grid(8, 118).per_band == 4
    assert grid(5, 118).per_band == 3
    assert grid(4, 78).per_band == 2
    assert grid(3, 38).per_band == 1


@given(st.integers(1, 60), st.integers(1, 250))
def test_columns_fit_the_width(count: int, width: int) -> None:
    found = grid(count, width)
    assert found.per_band * found.column + 3 * (found.per_band - 1) <= max(width, 1)
    assert 1 <= found.per_band <= count
