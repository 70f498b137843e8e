"""The pages as files: well formed, safe, the same bytes for the same ledger."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jinja2 import StrictUndefined, UndefinedError

from probatum.vocabulary import Verdict
from probatum_reports.content.edition import Edition
from probatum_reports.content.names import PageError
from probatum_reports.formats.page import HEAVIEST, environment, rendered, style_sheet, write, write_pages
from probatum_reports.words.legible import legible
from probatum_reports.words.verdicts import BY_NAME, VERDICTS
from tests.each import each

SAMPLE = Path(__file__).parents[1] / "ledgers" / "sample.json"
VOID = {"meta", "link", "br", "input"}
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x=\'',
    "' autofocus onfocus='alert(1)",
    "</style><style>*{display:none}</style>",
    "<!--",
    "]]><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "&lt;b&gt;",
    "$\\text{</math><script>alert(1)</script>}$",
    "$<img src=x onerror=alert(1)>$",
)
FIXED = {  # what the contract leaves no freedom for
    *("id", "document", "at", "sha256", "digest", "rests_on", "said", "reading_of", "role", "roles"),
    *("verdict", "truth", "strength", "outcome", "origin", "kind", "decisive", "necessity"),
}
BIDI = "\u202eright to left\u2066 isolated\u2069 \u200f"


class Document(HTMLParser):
    """What a test asks of a page: elements with their attributes, text, and whether every element is closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attributes]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        self.elements.append((tag, {name: value or "" for name, value in attributes}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attributes}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.text.append(data)

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).split())

    def all(self, name: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [attributes[name] for _, attributes in self.elements if name in attributes]

    def with_class(self, name: str) -> list[dict[str, str]]:
        return [attributes for _, attributes in self.elements if name in attributes.get("class", "").split()]


@pytest.fixture
def ledger() -> Any:
    read: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return read


def html_of(ledger: Any) -> str:
    ((name, html),) = rendered(Edition(legible(ledger)))
    assert name == "report.html"
    return html


def several(ledger: Any) -> Any:
    """The ledger with a second document that has no claims."""
    other = copy.deepcopy(ledger["documents"][0]) | {"id": "other", "title": "Another text", "not_checkable": [], "answer": ""}
    return ledger | {"documents": [*ledger["documents"], other]}


def hostile(value: Any, text: str) -> Any:
    """A ledger with `text` behind every string that is free: words, values, code, formulas."""
    if isinstance(value, list):
        return [hostile(item, text) for item in value]
    if isinstance(value, dict):
        return {name: item if name in FIXED else hostile(item, text) for name, item in value.items()}
    return value + text if isinstance(value, str) else value


def test_the_same_ledger_gives_the_same_bytes(ledger: Any, tmp_path: Path) -> None:
    first = write_pages(Edition(ledger), tmp_path / "first").read_bytes()
    second = write_pages(Edition(json.loads(json.dumps(ledger, sort_keys=True))), tmp_path / "second").read_bytes()
    assert first == second
    assert b"\r" not in first


def test_a_page_that_would_not_change_is_not_rewritten(ledger: Any, tmp_path: Path) -> None:
    path = write_pages(Edition(ledger), tmp_path)
    before = path.stat()
    assert write_pages(Edition(ledger), tmp_path).stat().st_ino == before.st_ino
    ledger["documents"][0]["title"] = "Another title"
    assert write_pages(Edition(ledger), tmp_path).stat().st_ino != before.st_ino
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]  # no temporary file is left


@pytest.mark.parametrize("tag", ["style", "script"])
def test_the_policy_admits_this_style_and_script_and_nothing_else(ledger: Any, tag: str) -> None:
    html = html_of(ledger)
    (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    assert f"{tag}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_page_loads_nothing_and_runs_one_script_of_its_own(ledger: Any) -> None:
    page = Document(html_of(ledger))
    assert [attributes for tag, attributes in page.elements if tag == "script"] == [{}]
    assert not {"iframe", "object", "embed", "img", "form"} & {tag for tag, _ in page.elements}
    assert page.all("src") == []
    assert {"name": "referrer", "content": "no-referrer"} in [attributes for _, attributes in page.elements]
    assert page.all("style") == []
    links = [attributes["href"] for tag, attributes in page.elements if tag == "link"]
    assert all(link.startswith("data:image/svg+xml,") for link in each(links))
    assert re.findall(r"url\((?!\"data:(?:font/woff2;base64|image/svg\+xml),|%23)", html_of(ledger)) == []


def test_the_page_is_well_formed_and_its_links_arrive(ledger: Any) -> None:
    page = Document(html_of(ledger))
    assert page.open == []
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    inside = [href[1:] for href in page.all("href") if href.startswith("#")]
    assert set(page.all("for")) <= set(ids)
    assert set(inside) <= set(ids)
    assert set(" ".join(page.all("aria-labelledby")).split()) <= set(ids)
    assert len(inside) > 50


def test_headings_are_in_order(ledger: Any) -> None:
    levels = [int(tag[1]) for tag, _ in Document(html_of(ledger)).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in each(pairwise(levels)))
    assert max(levels) == 5  # a strict reading within the card of the natural one


def test_every_verdict_has_a_glyph_and_a_word(ledger: Any) -> None:
    next(found for found in ledger["findings"] if found["id"] == "whitening-is-spherical")["verdict"] = "hollow"
    twice = [found for found in ledger["findings"] if found["verdict"] == "holds"][1:3]
    for found, word in zip(twice, ("open", "undefined"), strict=True):
        found["verdict"] = word
    html = html_of(ledger)
    page = Document(html)
    style = style_sheet()
    glyphs = {re.findall(rf'^\.is-{verdict.name}{{[^}}]*--glyph: url\("([^"]*)"\)', style, re.MULTILINE)[0] for verdict in VERDICTS}
    assert len(glyphs) == len(VERDICTS), "two verdicts have the same glyph"
    found = {finding["verdict"] for finding in ledger["findings"]}
    assert found == set(Verdict)
    for name in each(found):
        assert page.with_class(f"is-{name}"), f"nothing is {name}"
        assert re.search(rf'<span class="stamp">{BY_NAME[name].word}[ <]', html), f"no card is stamped {name}"


def test_every_card_has_its_permalink(ledger: Any) -> None:
    page = Document(html_of(ledger))
    cards = {attributes["id"] for name in ("card", "strict") for attributes in page.with_class(name)}
    assert cards == {finding["id"] for finding in ledger["findings"]}
    assert "zigzags-feel-wasteful" in page.all("id")
    for card in each(cards):
        assert f'<a href="#{card}">#{card}</a>' in html_of(ledger)


def test_the_page_says_what_a_reader_asks(ledger: Any) -> None:
    words = Document(html_of(ledger)).words
    for said in (
        "Why does rescaling the inputs speed up gradient descent?",
        "Condition, sharp",
        "|1 − α·λ| = 2 against 1, so |1 − α·λ| < 1 fails there.",
        "Whitening does: it removes the correlations as well as the scales.",
        "13 of 14 passages of the text are accounted for",
        "the function raised ZeroDivisionError: division by zero",
        "not-in-this-run not in this run",
        "4 of 4 controls came out false, as they must",
        "fails first when tightened by 1 %",
        "200 cases tried, 187 of which fit the hypotheses",
        "pytest claims/sample/bowl.py::bowl_eigenvalues",
        "A feeling about pictures; no quantity is named",
        "Two columns instead of any number.",
        "at commit 1f3c5a7e9b2d4f60718293a4b5c6d7e8f9012345",
    ):
        assert said in words, said


def test_what_is_not_settled_has_a_list_of_its_own(ledger: Any) -> None:
    page = Document(html_of(ledger))
    assert page.words.count("What is not settled") == 1
    ledger["findings"] = [each for each in ledger["findings"] if each["as_expected"]]
    assert "What is not settled" not in Document(html_of(ledger)).words


def test_conditions_beyond_the_first_are_folded(ledger: Any) -> None:
    (first,) = [each for each in ledger["findings"] if each["id"] == "fixed-rate-converges"]
    ledger["findings"] += [first | {"id": f"again-{number}"} for number in range(4)]
    assert "2 more that need a condition" in Document(html_of(ledger)).words
    ledger["findings"].pop()
    assert "1 more that needs a condition" in Document(html_of(ledger)).words


def test_several_strict_readings_are_numbered(ledger: Any) -> None:
    (strict,) = [each for each in ledger["findings"] if each["reading_of"]]
    assert "refuted 1 of 1" not in Document(html_of(ledger)).words
    ledger["findings"].append(strict | {"id": "stricter"})
    assert "refuted 1 of 2" in Document(html_of(ledger)).words
    assert "refuted 2 of 2" in Document(html_of(ledger)).words


def test_a_partial_run_and_a_surprise_are_said_loudly(ledger: Any) -> None:
    assert "Partial run" not in Document(html_of(ledger)).words
    ledger["run"]["selected"] = 3
    page = Document(html_of(ledger))
    assert "Partial run: 3 of 13 claims were selected." in page.words
    assert "6 claims of 13 did not come out as the author expected:" in page.words
    assert len(page.with_class("notices")) == 1
    assert "Not as expected. Found: undecided. The author expected: holds (proved)." in page.words


def test_uncommitted_changes_are_said(ledger: Any) -> None:
    assert "not committed" not in Document(html_of(ledger)).words
    ledger["run"]["commit"]["dirty"] = True
    assert "with changes that are not committed" in Document(html_of(ledger)).words
    ledger["run"]["commit"] = None
    assert "at commit" not in Document(html_of(ledger)).words


def test_a_document_with_nothing_decided_has_a_page(ledger: Any) -> None:
    ledger["findings"] = []
    ledger["documents"][0] |= {"not_checkable": [], "answer": "", "url": "", "licence": "", "revision": "", "sections": []}
    page = Document(html_of(ledger))
    assert page.open == []
    assert "No claim of this text has been decided yet." in page.words
    assert page.with_class("answer") == []


def test_a_comma_stays_with_its_formula(ledger: Any) -> None:
    ledger["findings"][0]["wording"] = "For $x$, and ($y$) too, $z$ and $w$."
    html = html_of(ledger)
    assert '>For <span class="tied"><math><mi>x</mi></math>,</span> and (<span class="tied"><math><mi>y</mi></math>)</span> too, ' in html
    assert '<math><mi>z</mi></math> and <span class="tied"><math><mi>w</mi></math>.</span></h4>' in html


def test_rejected_latex_is_shown_as_such(ledger: Any) -> None:
    ledger["findings"][0]["wording"] = r"Broken: $\frac{1}{$ and more."
    words = Document(html_of(ledger)).words
    assert r"Broken: LaTeX that could not be rendered: \frac{1}{ and more." in words


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(ledger: Any, text: str) -> None:
    sound = Document(html_of(ledger))
    page = Document(html_of(hostile(ledger, text)))
    assert page.open == []
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in sound.elements} | {"code", "span", "mtext"}
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on") or name == "autofocus"]
    assert page.all("style") == []
    addresses = {"example.org"}
    outside = [href for href in page.all("href") if not href.startswith(("#", "data:", "?said="))]
    assert all(href.split("/")[2] in addresses for href in each(outside))
    assert page.words.count("alert(1)") >= 20 or "alert" not in text


def test_an_address_cannot_leave_its_place(ledger: Any) -> None:
    ledger["findings"][0]["repeat"] = 'x" onclick="alert(1)'
    ledger["documents"][0]["answer"] = ""
    for url in (
        "data:text/html,<script>alert(1)</script>",
        "javascript:alert(1)",
        " javascript:alert(1)",
        "https:",
        "https://[x/",
        "//x.org",
    ):
        ledger["documents"][0]["url"] = url
        page = Document(html_of(ledger))
        assert page.all("onclick") == []
        assert [href for href in page.all("href") if not href.startswith(("#", "data:image", "?said="))] == []
    ledger["documents"][0]["url"] = 'https://example.org/a b?c=<d>&e="%20#é'
    assert "https://example.org/a%20b?c=%3Cd%3E&e=%22%20#%C3%A9" in Document(html_of(ledger)).all("href")


@pytest.mark.parametrize("id", ["", "a b", 'x" onclick="alert(1)', "A", "a\nb", "page:claims", "é", 7])
@pytest.mark.parametrize("kind", ["claim", "passage", "section"])
def test_an_id_that_no_link_leads_to_is_refused(ledger: Any, tmp_path: Path, kind: str, id: object) -> None:
    section = ledger["documents"][0]["sections"][0]
    {"claim": ledger["findings"][0], "passage": section["passages"][0], "section": section}[kind]["id"] = id
    with pytest.raises(PageError, match="cannot name a place on a page, wanted lower-case words") as error:
        write_pages(Edition(ledger), tmp_path)
    assert str(error.value).startswith(f"{kind} {id!r}: got an id")
    assert list(tmp_path.iterdir()) == []


def test_two_claims_of_one_id_are_refused(ledger: Any, tmp_path: Path) -> None:
    ledger["documents"][0]["not_checkable"][0]["id"] = ledger["findings"][0]["id"]
    with pytest.raises(PageError, match=r"^claim 'bowl-eigenvalues': got the id twice, wanted one claim of this id in a document$"):
        write_pages(Edition(ledger), tmp_path)


def test_direction_overrides_are_shown_and_not_obeyed(ledger: Any) -> None:
    page = html_of(hostile(ledger, BIDI))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", page)
    assert "[U+202E]right to left[U+2066] isolated[U+2069] [U+200F]" in page


def test_what_no_file_can_hold_is_shown(ledger: Any) -> None:
    page = html_of(hostile(ledger, "\x00\ud800\ufffe\x1b[31m"))
    assert "[U+0000][U+D800][U+FFFE][U+001B][31m" in page
    page.encode()  # a lone surrogate would raise


def test_a_very_long_wording_is_cut_and_kept(ledger: Any) -> None:
    ledger["findings"][0]["wording"] = "W" * 100_000
    html = html_of(ledger)
    (heading,) = re.findall(r'<article class="card [^>]*id="bowl-eigenvalues".*?<h4[^>]*>(.*?)</h4>', html, re.DOTALL)
    assert len(heading) < 400
    assert "The whole wording, 100,000 characters" in html
    assert html.count("W" * 100_000) == 1


def test_a_long_formula_is_set_on_several_lines_and_words_are_a_sentence(ledger: Any) -> None:
    statement = ledger["findings"][0]["versions"][0]["statement"]
    statement |= {"latex": "a + b + " * 40 + "c = 0", "sentence": "The long sum is 0."}
    card = card_of(html_of(ledger), "bowl-eigenvalues")
    lines = card.split('<div class="lines">')[1].split("</div></div>")[0]
    assert lines.count('<math display="block"') >= 3
    assert "The long sum is 0." not in card
    statement["latex"] = r"\text{The steps that it takes to get there, on average} \le 2"
    assert "The long sum is 0." in card_of(html_of(ledger), "bowl-eigenvalues")


def card_of(html: str, claim: str) -> str:
    """The markup of a claim's card."""
    return html.split(f'id="{claim}" ')[1].split("</article>")[0]


def test_what_an_auditor_needs_is_one_fold(ledger: Any) -> None:
    card = card_of(html_of(ledger), "bowl-eigenvalues")
    assert card.count("<details>") == 1
    before, fold = card.split("<details>")
    for said in ("Formally", "Controls", "Code: ", "Repeat it"):
        assert (said in before, said in fold) == (False, True), said


def test_a_strict_reading_is_folded_within_the_natural_one(ledger: Any) -> None:
    html = html_of(ledger)
    natural = html.split('id="gradient-misses-minimum" ')[1].split('<article class="card')[0]
    assert '<summary>Read strictly <span class="hollow is-refuted">refuted</span></summary>' in natural
    assert '<article class="strict is-refuted" id="gradient-misses-minimum-strict"' in natural


def test_every_article_is_named_by_its_heading_and_a_heading_says_its_formulas(ledger: Any) -> None:
    ledger["findings"][0]["wording"] = r"It leaves $\frac{\kappa - 1}{\kappa + 1}$ of it."
    page = Document(html_of(ledger))
    named = {attributes["aria-labelledby"] for tag, attributes in page.elements if tag == "article"}
    headings = {attributes["id"]: attributes for tag, attributes in page.elements if tag in ("h4", "h5") and "id" in attributes}
    assert named == set(headings)
    (bowl,) = [attributes for tag, attributes in page.elements if tag == "article" and attributes["id"] == "bowl-eigenvalues"]
    assert headings[bowl["aria-labelledby"]]["aria-label"] == "It leaves (κ minus 1) over (κ plus 1) of it."


def test_every_term_on_a_page_is_explained_there(ledger: Any) -> None:
    page = Document(html_of(ledger))
    asked = set(page.all("popovertarget"))
    assert {"t:proved", "t:sampled", "t:measured", "t:control", "t:sharp", "t:strict", "t:smt"} <= asked | {"t:measured"}
    assert asked <= set(page.all("id"))


def test_a_term_that_nobody_explained_would_be_seen(ledger: Any) -> None:
    ledger["findings"][0]["strength"] = "plausible"
    assert 'popovertarget="t:plausible"' not in html_of(ledger)
    assert "plausible" in card_of(html_of(ledger), "bowl-eigenvalues")


def test_a_sampled_verdict_says_that_it_is_no_proof(ledger: Any) -> None:
    words = Document(card_of(html_of(ledger), "whitening-is-spherical")).words
    assert "holds sampled not proved No counterexample in the 187 cases tried. A sample is not a proof." in words


def test_a_sampled_condition_is_sharp_as_far_as_was_tried(ledger: Any) -> None:
    finding = next(each for each in ledger["findings"] if each["necessity"] == "sharp")
    assert "sharp in all cases" not in Document(card_of(html_of(ledger), finding["id"])).words
    finding["strength"] = "sampled"
    assert "Condition, sharp in all cases that were tried" in Document(card_of(html_of(ledger), finding["id"])).words


def test_a_refutation_is_as_strong_as_what_refutes_it(ledger: Any) -> None:
    finding = next(each for each in ledger["findings"] if each["id"] == "standardizing-is-spherical")
    stated, corrected = (next(v for v in finding["versions"] if v["role"] == role) for role in ("stated", "corrected"))
    finding["strength"] = corrected["strength"] = "sampled"
    stated["strength"] = "proved"
    words = Document(card_of(html_of(ledger), "standardizing-is-spherical")).words
    assert "refuted proved" in words
    assert "True instead, sampled" in words


def test_the_counts_of_the_tally_are_filters(ledger: Any) -> None:
    links = [attributes["href"] for attributes in Document(html_of(ledger)).with_class("count") if "href" in attributes]
    assert "?said=stated&verdict=refuted#page:claims" in links
    assert "?said=strict&verdict=refuted#page:claims" in links


def test_a_citation_is_quiet_unless_its_claim_came_out_otherwise(ledger: Any) -> None:
    ledger["documents"][0]["answer"] = "It is not spherical [standardizing-is-spherical]."
    (mark,) = Document(html_of(ledger)).with_class("cite")
    assert mark["class"] == "cite"
    assert re.fullmatch(r"Claim 1: .+ \(refuted\)", mark["aria-label"])
    assert "not spherical [1]" in Document(html_of(ledger)).words.replace("\u202f", " "), (
        "in copied text, too, it is no part of the word before"
    )
    next(each for each in ledger["findings"] if each["id"] == "standardizing-is-spherical")["as_expected"] = False
    (mark,) = Document(html_of(ledger)).with_class("cite")
    assert mark["class"] == "cite changed"
    assert mark["aria-label"].startswith("Not as expected, claim 1: ")


def test_what_is_rounded_keeps_its_exact_value_at_hand(ledger: Any) -> None:
    finding = next(each for each in ledger["findings"] if each["id"] == "fixed-rate-converges")
    exact = "336700862051614156853075413557/2000000000000000000000000000000"
    value = {"name": "x", "exact": exact, "decimal": {"digits": "0.168350431026", "is_exact": False}, "latex": rf"x = {exact}"}
    for decision in finding["versions"][0]["decisions"]:
        if decision["counterexample"]:
            decision["counterexample"]["values"] = [value]
    before, fold = card_of(html_of(ledger), "fixed-rate-converges").split('<details class="exact">')
    assert (exact in before, exact in fold) == (False, True)
    assert "<mn>0.168</mn>" in before


def test_every_document_leads_back_to_the_index(ledger: Any, tmp_path: Path) -> None:
    write_pages(Edition(several(ledger)), tmp_path)
    assert "report.html" in Document((tmp_path / "report-other.html").read_text(encoding="utf-8")).all("href")
    assert "All documents" not in html_of(ledger)


def test_eighty_claims_stay_under_six_hundred_kilobytes(ledger: Any) -> None:
    rich = [finding for finding in ledger["findings"] if finding["versions"]]
    many = [copy.deepcopy(rich[number % len(rich)]) | {"id": f"claim-{number}"} for number in range(80)]
    ledger["findings"] = many
    ledger["documents"][0]["answer"] = ""
    assert len(html_of(ledger).encode()) < 600_000


def test_a_heavy_page_leaves_the_workings_to_another(ledger: Any, tmp_path: Path) -> None:
    rich = [finding for finding in ledger["findings"] if finding["versions"]]
    few, ledger["documents"][0]["answer"] = ledger["findings"], ""
    ledger["findings"] = [copy.deepcopy(rich[number % len(rich)]) | {"id": f"claim-{number}"} for number in range(200)]
    path = write_pages(Edition(ledger), tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["report.html", "workings.html"]
    assert path.stat().st_size < HEAVIEST
    page, workings = (Document((tmp_path / name).read_text(encoding="utf-8")) for name in ("report.html", "workings.html"))
    assert page.open == workings.open == []
    assert {f"workings.html#claim-{number}" for number in range(200)} <= set(page.all("href"))
    assert {f"report.html#claim-{number}" for number in range(200)} <= set(workings.all("href"))
    assert {f"claim-{number}" for number in range(200)} <= set(workings.all("id"))
    write_pages(Edition(ledger | {"findings": few}), tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]


def test_only_pages_of_its_own_are_removed(ledger: Any, tmp_path: Path) -> None:
    (tmp_path / "report-mine.html").write_text("<p>mine</p>", encoding="utf-8")
    write_pages(Edition(several(ledger)), tmp_path)
    write_pages(Edition(ledger), tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["report-mine.html", "report.html"]


def test_several_documents_make_an_index_and_a_page_each(ledger: Any, tmp_path: Path) -> None:
    path = write_pages(Edition(several(ledger)), tmp_path)
    assert path == tmp_path / "report.html"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["report-descent-sample.html", "report-other.html", "report.html"]
    index = Document(path.read_text(encoding="utf-8"))
    assert {"report-descent-sample.html", "report-other.html"} <= set(index.all("href"))
    assert "The text states 10 claims: 2 hold, 1 conditional, 1 refuted, 1 undecided" in index.words
    assert "Another text" in index.words
    assert "6 claims of 13 did not come out as the author expected:" in index.words


def test_no_document_makes_an_empty_index(ledger: Any, tmp_path: Path) -> None:
    path = write_pages(Edition(ledger | {"documents": [], "findings": []}), tmp_path)
    assert "This ledger holds no document." in Document(path.read_text(encoding="utf-8")).words


@pytest.mark.parametrize("name", ["../../etc/x", "a/b", "", "A", "a b"])
def test_a_document_cannot_name_a_file_elsewhere(ledger: Any, tmp_path: Path, name: str) -> None:
    ledger["documents"][0]["id"] = name
    with pytest.raises(PageError, match="got an id that cannot name a file, wanted lower-case words"):
        write_pages(Edition(ledger), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_a_template_misses_is_an_error() -> None:
    assert environment().undefined is StrictUndefined
    with pytest.raises(UndefinedError, match="page"):
        environment().get_template("page.html.j2").render()


def test_templates_escape_what_is_not_markup() -> None:
    assert environment().from_string("{{ text }}").render(text="<b>&") == "&lt;b&gt;&amp;"


def test_a_claim_without_a_passage_is_shown(ledger: Any) -> None:
    ledger["findings"][0]["at"] = "Nowhere <b>"
    page = Document(html_of(ledger))
    assert "Claims without a passage" in page.words
    assert "At Nowhere <b>, which is not in the outline" in page.words
    assert "#at:Nowhere <b>" not in page.all("href")


def test_where_even_that_is_heavy_the_notes_are_there_too(ledger: Any, tmp_path: Path) -> None:
    (rich,) = [finding for finding in ledger["findings"] if finding["id"] == "fixed-rate-converges"]
    noted = rich | {"assumes": ["That something is so. " * 60]}
    ledger["documents"][0]["answer"] = ""
    ledger["findings"] = [noted | {"id": f"claim-{number}"} for number in range(100)]
    html = write_pages(Edition(ledger), tmp_path).read_text(encoding="utf-8")
    assert len(html.encode()) < HEAVIEST
    assert "That something is so." not in html
    assert (tmp_path / "workings.html").read_text(encoding="utf-8").count("<dt>Assumed beyond the text</dt>") == 100


def test_what_could_not_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()
    with pytest.raises(OSError, match=r"report\.html"):
        write(tmp_path / "report.html", b"a page")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
