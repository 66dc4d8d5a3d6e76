"""What a document says, and where: words of every kind of file with their places."""

from pathlib import Path

import pytest

from glossary.domain import UnreadableError
from glossary.formats.documents import documents_in, read
from tests.formats.documents import made


def texts(path: Path) -> list[str]:
    return [" ".join(one.text.split()) for one in read(path).paragraphs]


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def places(path: Path, word: str) -> list[tuple[int, int]]:
    """The line and column of every place where a word stands, which it does in the file."""
    found = [
        one.spot(at)[:2]
        for one in read(path).paragraphs
        for at in range(len(one.text))
        if one.text.startswith(word, at)
    ]
    if path.suffix != ".txt":
        source = path.read_text(encoding="utf-8").split("\n")
        assert all(source[line - 1].startswith(word, column - 1) for line, column in found)
    return found


def test_a_word_document_is_read_whole(tmp_path: Path) -> None:
    found = read(made.word(tmp_path / "plan.docx")).paragraphs
    told = [(one.text, one.spot(0).paragraph, one.heading) for one in found]
    assert told == [
        (made.TITLE, 1, made.TITLE),
        (made.BODY, 3, made.TITLE),
        ("Met vertrouwen", 4, made.TITLE),
        ("draagvlak", 5, made.TITLE),
        ("eigenaarschap", 6, made.TITLE),
        ("verbinding", 8, made.TITLE),
    ]


def test_an_odt_is_read_without_remarks_and_deletions(tmp_path: Path) -> None:
    found = read(made.odt(tmp_path / "plan.odt")).paragraphs
    told = [(one.text, one.spot(0).paragraph, one.heading) for one in found]
    assert told == [
        (made.TITLE, 1, made.TITLE),
        (made.BODY, 3, made.TITLE),
        ("Met vertrouwen en", 4, made.TITLE),
        ("Zie draagvlak.", 5, made.TITLE),
    ]


def test_in_markdown_code_and_addresses_are_no_text(tmp_path: Path) -> None:
    path = written(
        tmp_path / "plan.md",
        "---\ntitle: regie\n---\n# Regie\n\nWij `regie` en [meer *regie*](http://x.nl/regie)\n"
        "op <!-- regie --> regie <b title='regie'>regie</b> https://x.nl/regie\n\n"
        "    regie\n\n```\nregie\n```\n\n> - regie\n\n| regie | b |\n|---|---|\n| c | regie |\n\n"
        "[regie]: http://x.nl/regie 'regie'\n\n<div>\nregie\n</div>\n",
    )
    assert places(path, "egie") == [
        (4, 4), (6, 24), (7, 20), (7, 43), (15, 6), (17, 4), (19, 8), (24, 2),
    ]  # fmt: skip


def test_in_html_scripts_code_and_attributes_are_no_text(tmp_path: Path) -> None:
    path = written(
        tmp_path / "plan.html",
        "<html><style>p {regie}</style><script>regie</script>\n<p title='regie'>Wij &amp; <b>re"
        "gie</b>, regie\nen regie<code>regie</code><td>co&euml;regie",
    )
    assert texts(path) == ["Wij & regie, regie en regie", "coëregie"]
    assert places(path, "regie") == [(2, 31), (2, 42), (3, 4), (3, 39)]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_any_encoding_has_lines(tmp_path: Path, ending: str, encoding: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(ending.join(["", "Eén", "coördinatie", "", " regie"]).encode(encoding))
    assert texts(path) == ["Eén coördinatie", "regie"]
    assert places(path, "regie") == [(5, 2)]
    assert places(path, "coö") == [(3, 1)]


def test_a_folder_stands_for_its_documents(tmp_path: Path) -> None:
    for name in ("b/plan.md", "a.txt", ".hidden/x.md", "photo.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        written(tmp_path / name, "regie")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert list(documents_in(tmp_path)) == [tmp_path / "a.txt", tmp_path / "b" / "plan.md"]
    empty = tmp_path / "b" / "empty"
    empty.mkdir()
    with pytest.raises(UnreadableError, match="holds no documents"):
        documents_in(empty)
