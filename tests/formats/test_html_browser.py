"""The HTML export in a real browser: safe, accessible, readable on a phone and without scripts."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from glossary.bootstrap import starters
from glossary.domain import Definition, TermSet, visible
from glossary.locale import language, use
from tests.faults import times
from tests.formats.chromium import elements, opened, seen
from tests.formats.exporting import exported
from tests.formats.sample import SAMPLE, TODAY
from tests.formats.test_markdown_any_text import with_text

_HARM = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>"),
    *("<iframe src=//evil.example>", "<!-- hidden", "<![CDATA[x]]>", "<base href=//evil.example>"),
    *("<link rel=stylesheet href=//evil.example/x.css>", "<object data=//evil.example></object>"),
    *("<meta http-equiv=refresh content='0;url=//evil.example'>", "<body onload=alert(1)>"),
    *("<style>@import '//evil.example';*{display:none}</style>", "<a href=javascript:alert(1)>x"),
    *("<form action=//evil.example><input autofocus onfocus=alert(1)>", "<plaintext>"),
    *("&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;", "javascript:alert(1)"),
    *("{{7*7}} ${alert(1)} {k} {partner} {0}", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"),
    "\u202e<b>\u2028\x1b]0;x\x07</b>",
)
_WAYS = (
    *("{}", '"{}', "'{}", '" onmouseover=alert(1) x="{}', "--> {}", "</p></section>{}"),
    *("</style>{}", "</script>{}", "</title></svg>{}", "\n\n  {}\n"),
)
TEXTS = [way.format(harm) if "{}" in way else way for way, harm in product(_WAYS, _HARM)]

_LOOKS = [
    {"viewport": {"width": width, "height": height}, "color_scheme": scheme}
    for width, height in ((360, 740), (1280, 900))
    for scheme in ("light", "dark")
]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = language()
    use("en")
    yield
    use(before)


@pytest.fixture
def page_of(tmp_path: Path) -> Callable[[TermSet], Path]:
    def write(termset: TermSet) -> Path:
        file = tmp_path / f"{termset.id}.html"
        file.write_text(exported("html", termset, TODAY), "utf-8")
        return file

    return write


def demo() -> TermSet:
    return starters().load("demo").termset


def wide() -> TermSet:
    """Long words, many partners, everywhere."""
    long = with_text("w" * 300)
    partner = long.partners["gemeente-noord"]
    more = {f"p{n}": replace(partner, id=f"p{n}") for n in range(12)}
    return replace(long, partners={**long.partners, **more})


@pytest.mark.faults
def test_no_text_is_more_than_text_in_a_page(
    browser: Browser, page_of: Callable[[TermSet], Path], figure: Callable[[str], None]
) -> None:
    assert len(set(TEXTS)) == 200
    texts = TEXTS[:: times(9, 1)]
    # Without the policy of the page: the text itself is harmless.
    with opened(browser, page_of(with_text("woord")), bypass_csp=True) as page:
        known = elements(page)
        for text in texts:
            page_of(with_text(text))
            page.reload()
            assert seen(page) == [], text
            for name, attributes in elements(page).items():
                assert {*attributes} <= {*known.get(name, ())}, (text, name)
                assert name in known, (text, name)
            assert page.locator("script").count() == page.locator("style").count() == 1
            told = page.evaluate("document.querySelector('article').textContent")
            assert " ".join(visible(text).split()) in " ".join(told.split())
    figure(
        f"HTML: {len(texts)} texts in a page, in Chromium: "
        "0 scripts run, 0 requests made, 0 elements of theirs"
    )


def test_the_policy_refuses_nothing_of_the_page_and_everything_else(
    browser: Browser, page_of: Callable[[TermSet], Path]
) -> None:
    with opened(browser, page_of(SAMPLE)) as page:
        policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert policy is not None
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy
        assert page.locator("[style]").count() == 0
        assert seen(page) == []
        page.evaluate(
            """async () => {
                document.body.insertAdjacentHTML(
                    "beforeend",
                    "<img src='data:image/png,x' onerror=alert(1)><b style='color:red'>x</b>");
                const script = document.createElement("script");
                script.textContent = "alert(2)";
                document.body.append(script);
                await new Promise((done) => setTimeout(done, 50));
            }"""
        )
        refused = seen(page)
        assert not [one for one in refused if one.startswith("alert")]
        assert {"img-src", "script-src-elem", "style-src-attr"} <= {*refused}


@pytest.mark.parametrize(
    ("make", "looks"),
    [(lambda: SAMPLE, _LOOKS), (demo, _LOOKS[:1]), (wide, [])],
    ids=["sample", "demo", "wide"],
)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    browser: Browser,
    page_of: Callable[[TermSet], Path],
    make: Callable[[], TermSet],
    looks: list[dict[str, object]],
) -> None:
    file = page_of(make())
    for look in _LOOKS:
        with opened(browser, file, **look) as page:
            if look in looks:
                found = Axe().run(page)
                assert found.violations_count == 0, found.generate_report()
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= look["viewport"]["width"]  # type: ignore[index]


def test_everything_is_there_without_scripts(
    browser: Browser, page_of: Callable[[TermSet], Path]
) -> None:
    file = page_of(SAMPLE)
    with opened(browser, file, java_script_enabled=False) as page:
        bare = page.locator("body").inner_text()
        assert not page.locator("#filter").is_visible()
    with opened(browser, file) as page:
        assert page.locator("#filter").is_visible()
        page.locator(".filter").evaluate("one => one.remove()")
        assert page.locator("body").inner_text() == bare
    partner = SAMPLE.partners["stichting-delta"]
    for text in (
        "Iedereen is ervoor, niemand meet hetzelfde.",
        "Het papier wint toch",
        partner.name,
    ):
        assert text in bare


def test_the_filter_shows_terms_with_these_words_and_follows_links(
    browser: Browser, page_of: Callable[[TermSet], Path]
) -> None:
    accented = replace(SAMPLE.partners["gemeente-noord"].definitions["regie"], meaning="Eén lijn.")
    partner = SAMPLE.partners["gemeente-noord"]
    definitions: dict[str, Definition] = {**partner.definitions, "regie": accented}
    partners = {**SAMPLE.partners, partner.id: replace(partner, definitions=definitions)}
    with opened(browser, page_of(replace(SAMPLE, partners=partners))) as page:
        page.locator("#filter").fill("LIJN een")
        assert page.locator("article:visible").evaluate_all("all => all.map(x => x.id)") == [
            "t-regie"
        ]
        assert page.locator("output").inner_text() == "1 of 8 terms"
        assert page.locator(".heat tbody tr:visible").count() == 1
        page.locator("#filter").fill("nergens")
        assert page.locator("output").inner_text() == "No term has these words."
        assert page.locator(".group:visible").count() == 0
        page.goto(f"{page.url.split('#')[0]}#t-bereik")
        page.locator("#t-bereik").wait_for(state="visible")
        assert page.locator("#filter").input_value() == ""


def test_paper_has_no_filter_and_no_dark_ground(
    browser: Browser, page_of: Callable[[TermSet], Path]
) -> None:
    with opened(browser, page_of(SAMPLE), color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert not page.locator("#filter").is_visible()
        ground = "getComputedStyle(document.documentElement).backgroundColor"
        assert page.evaluate(ground) == "rgb(255, 255, 255)"
