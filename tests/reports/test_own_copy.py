"""The reader's own copy: passages found by digest in plain text, Markdown and saved pages."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from probatum.records.ledger import digest_of
from probatum_reports.command import report
from probatum_reports.content.copies import copies
from probatum_reports.content.own_copy import OwnCopy, Piece, fragment, own_copy
from probatum_reports.content.reading import read
from probatum_reports.content.text_sections import Passage
from probatum_reports.source.decoding import CopyError, decoded
from probatum_reports.source.matching import located
from probatum_reports.source.reading import best_reading
from probatum_reports.words.chips import Chip
from probatum_reports.words.licences import licence_address
from probatum_reports.words.mathematics import Formula
from probatum_reports.words.prose import Text
from probatum_reports.words.verdicts import HOLDS, REFUTED

SAMPLE = Path(__file__).parents[1] / "ledgers" / "sample.json"
URL = "https://example.org/questions/1#answer"
FIRST = "The bowl $f(x) = x^2$ is steep & round."
SECOND = "Descent on it converges, slowly and with detours, for every start that one may take."


def digest(words: str) -> str:
    return sha256(" ".join(unicodedata.normalize("NFKC", words).split()).encode()).hexdigest()


def passage(number: int, roles: str = "claim") -> Passage:
    verdict = REFUTED if number else HOLDS
    return Passage(f"p.{number}", str(number), (), roles, (Chip(f"c-{number}", verdict),), verdict, f"1 {verdict.word}", "")


def found(text: str, *passages: str, roles: str = "claim") -> OwnCopy:
    reading = best_reading(text, {digest(words): f"p.{number}" for number, words in enumerate(passages)})
    return own_copy(reading, [passage(number, roles) for number in range(len(passages))], URL)


def names(pieces: Sequence[Piece]) -> list[str]:
    return [piece.passage.id if piece.passage else "" for piece in pieces]


def missing(copy: OwnCopy) -> list[str]:
    return [each.id for each in copy.missing]


def words(copy: OwnCopy, passage: str) -> str:
    pieces = [piece for part in copy.parts for piece in part.pieces if piece.passage and piece.passage.id == passage]
    return " ".join(
        f"${run.latex}$" if isinstance(run, Formula) else run.text
        for piece in pieces
        for run in piece.words
        if isinstance(run, (Formula, Text))
    )


@pytest.mark.parametrize(
    "text",
    [
        f"Before. {FIRST}\n\n{SECOND} After.",
        f"{FIRST}   {SECOND.replace(' ', chr(10))}",
        f"<!doctype html><title>{SECOND}</title><body><p>{FIRST.replace('&', '&amp;')} <b>{SECOND[:7]}</b>{SECOND[7:]}</p></body>",
        f"# Heading\n\n> {FIRST.replace('steep', '**steep**')}\n\n- {SECOND.replace('converges', '[converges](http://x.org)')}\n",
    ],
    ids=["text", "one line", "web page", "Markdown"],
)
def test_passages_are_found(text: str) -> None:
    copy = found(text, FIRST, SECOND)
    assert (copy.found, copy.of, copy.missing) == (2, 2, ())
    assert "converges, slowly" in words(copy, "p.1").replace("\n", " ")


def test_what_was_changed_is_missing() -> None:
    copy = found(f"{FIRST} {SECOND.replace('every', 'any')}", FIRST, SECOND)
    assert (copy.found, copy.of, missing(copy)) == (1, 2, ["p.1"])


def test_the_whole_text_is_shown_in_order() -> None:
    copy = found(f"Before. {FIRST} Between. {SECOND}\n\nAfter.", FIRST, SECOND)
    first, second = (part.pieces for part in copy.parts)
    assert names(first) == ["", "p.0", "", "p.1"]
    assert [(piece.is_first, piece.is_last) for piece in first if piece.passage] == [(True, True), (True, True)]
    assert second[0].words == (Text("After."),)


def test_a_passage_over_two_paragraphs_is_marked_once() -> None:
    first, second = (part.pieces for part in found(FIRST.replace(" is", "\n\nis"), FIRST).parts)
    assert names([*first, *second]) == ["p.0", "p.0"]
    assert [(piece.is_first, piece.is_last) for piece in (*first, *second)] == [(True, False), (False, True)]


def test_of_two_that_overlap_the_longer_is_coloured() -> None:
    copy = found(f"{FIRST} {SECOND}", FIRST, f"{FIRST} {SECOND}")
    assert names(copy.parts[0].pieces) == ["p.1"]
    assert copy.missing == ()


def test_plain_text_has_the_headings_that_the_outline_knows() -> None:
    text = "A steep bowl\n\nIt is steep."
    assert [part.kind for part in found(text, "A steep bowl", "It is steep.", roles="claim and furniture").parts] == [
        "heading",
        "paragraph",
    ]
    assert [part.kind for part in found(text, "A steep bowl", "It is steep.").parts] == ["paragraph", "paragraph"]


def test_where_a_passage_stands_on_its_own_page_is_kept() -> None:
    assert found(f"{FIRST} {SECOND}", FIRST, SECOND).links == {"p.0": fragment(URL, FIRST), "p.1": fragment(URL, SECOND)}


def test_a_formula_that_is_none_of_ours_stays_as_it_is() -> None:
    copy = found(rf"$\nosuch$ {FIRST}", FIRST)
    assert copy.parts[0].pieces[0].words == (Text(r"\nosuch"), Text(" "))


def test_what_a_page_sets_around_comments_is_not_shown() -> None:
    copy = found(rf"Before $\begingroup$ {FIRST} $\endgroup$", FIRST)
    assert [piece.words for piece in copy.parts[0].pieces if not piece.passage] == [(Text("Before "),), (Text(" "),)]


def test_the_fragment_quotes_the_first_and_last_words() -> None:
    assert fragment(URL, SECOND) == "https://example.org/questions/1#:~:text=Descent%20on%20it%20converges%2C,that%20one%20may%20take."
    assert fragment(URL, "a well-known, short one") == "https://example.org/questions/1#:~:text=a%20well%2Dknown%2C%20short%20one"
    assert fragment(URL, FIRST) == "https://example.org/questions/1#:~:text=The%20bowl,is%20steep%20%26%20round."


@pytest.mark.parametrize("text", ["$x$ is here now", "It has $x$", ""])
def test_where_a_formula_leaves_too_few_words_the_link_is_plain(text: str) -> None:
    assert fragment(URL, text) == URL
    assert fragment("", SECOND) == ""


def test_a_text_too_long_to_search_is_refused() -> None:
    with pytest.raises(CopyError, match="got 60,001 words, wanted at most 60,000"):
        located(["word"] * 60_001, {})


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def with_passage(ledger: Any, text: str, path: Path) -> Path:
    ledger["documents"][0]["sections"][0]["passages"][0]["sha256"] = digest(text)
    ledger["digest"] = digest_of(ledger["documents"], ledger["findings"])
    path.write_text(json.dumps(ledger), encoding="utf-8")
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return with_passage(json.loads(SAMPLE.read_text(encoding="utf-8")), SECOND, tmp_path / "ledger.json")


def test_the_page_shows_the_copy(ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "copy.txt"
    source.write_text(f"<script>alert(1)</script> <img src=x> {SECOND} \u202e", encoding="utf-8")
    assert report(["--ledger", str(ledger), "--source", str(source)]) == 1
    ids = [each["id"] for section in read(ledger)["documents"][0]["sections"] for each in section["passages"]]
    assert capsys.readouterr().err == f"probatum report: descent-sample: 1 of 14 passages found, not found: {', '.join(ids[1:])}\n"
    assert report(["--ledger", str(ledger), "--source", str(source), "--may-miss", "13"]) == 0
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Descent on it converges, slowly" in html
    assert "1 of 14 passages were found in this copy" in html
    assert 'nav class="outline"' not in html
    assert html.count(f'id="at:{ids[0]}"') == html.count(f'id="at:{ids[1]}"') == 1
    assert Tags(html).tags.count("script") == 1
    assert "img" not in Tags(html).tags
    assert "\u202e" not in html


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"Another text altogether.", "got a text with none of the passages, wanted a copy of the text that the ledger is about"),
        (b" \n", "got an empty file, wanted a copy of the text"),
        (b"\xff\xfe\x00<p", "got a text with none of the passages"),
    ],
    ids=["another text", "empty", "bytes"],
)
def test_what_is_no_copy_is_said(ledger: Path, tmp_path: Path, content: bytes, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "copy.txt"
    source.write_bytes(content)
    assert report(["--ledger", str(ledger), "--source", str(source)]) == 2
    assert capsys.readouterr().err.startswith(f"probatum report: {source}: {says}")
    assert not (tmp_path / "report.html").exists()


def test_a_copy_that_is_not_there_is_said(ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(["--ledger", str(ledger), "--source", str(tmp_path / "none.txt")]) == 2
    assert "none.txt: got No such file or directory, wanted a copy of the text" in capsys.readouterr().err


FORMULA = r"At rate $\alpha$ it \"jumps\": $$ x \mapsto x - \alpha f'(x) $$ for 1 – 2 steps (pp. 3–5)."
TYPED = FORMULA.replace('\\"', '"')


def mathml(text: str) -> str:
    """The text as a page shows it, with the TeX of its formulas where pages have it."""
    block = "<math display='block' alttext=\"x \\mapsto x - \\alpha f'(x)\"><mi>x</mi></math>"
    tex = "<annotation encoding='application/x-tex'>\\alpha</annotation>"
    inline = f"<math><semantics><mi>α</mi>{tex}</semantics></math>"
    return text.replace(r"$$ x \mapsto x - \alpha f'(x) $$", block).replace(r"$\alpha$", inline)


@pytest.mark.parametrize(
    "data",
    [
        TYPED.encode("utf-8-sig"),
        TYPED.encode("utf-16"),
        b"\xfe\xff" + TYPED.encode("utf-16-be"),
        TYPED.replace('"jumps"', "“jumps”").encode("cp1252"),
        TYPED.replace('"jumps"', "“jumps”").replace("f'", "f’").encode(),
        TYPED.replace(" ", "\r\n").encode(),
        TYPED.replace("$$ x", r"\[ x").replace("(x) $$", r"(x) \]").replace("$\\alpha$", r"\(\alpha\)").encode(),
        TYPED.replace("–", "-").encode(),
        TYPED.replace(" – ", " — ").encode(),
        TYPED.replace("jumps", "ju\u00admps").encode(),
        f"<p>{mathml(TYPED)}</p>".encode(),
        f"<p>{TYPED}<img alt='a figure'></p>".encode(),
    ],
    ids=[
        "BOM", "UTF-16", "UTF-16 BE", "cp1252", "curly", "CRLF", "brackets", "hyphens", "em dash", "soft hyphen", "MathML", "picture",
    ],
)  # fmt: skip
def test_whatever_program_saved_it(data: bytes) -> None:
    assert found(decoded(data), TYPED).missing == ()


def test_curly_quotes_of_the_text_are_found_in_a_straight_copy() -> None:
    passage = "It’s “far off”, they say."
    assert found(passage.translate({0x2019: "'", 0x201C: '"', 0x201D: '"'}), passage).found == 1


def test_other_words_are_not_found_whatever_the_spelling() -> None:
    assert found(TYPED.replace("jumps", "jumped"), TYPED).found == 0
    assert found(TYPED.replace("x - ", "x + "), TYPED).found == 0


def test_a_page_keeps_its_parts() -> None:
    page = (
        "<body><h2>Title</h2><script>no()</script><ul><li>One</li><li>Two</li></ul><blockquote><p>Said</p></blockquote>"
        f"<pre>a  b</pre><p>{SECOND}<img alt='a bowl'></p><span aria-hidden='true'>twice</span><!-- not -->shown</body>"
    )
    parts = [(part.kind, "".join(str(run.text) for piece in part.pieces for run in piece.words if isinstance(run, Text)))
             for part in found(page, SECOND).parts]  # fmt: skip
    assert parts == [
        ("heading", "Title"), ("item", "One"), ("item", "Two"), ("quote", "Said"), ("code", "a  b"),
        ("paragraph", SECOND), ("picture", "a bowl"), ("paragraph", "shown"),
    ]  # fmt: skip


def test_markdown_keeps_its_parts() -> None:
    text = f"# Title\n\n- One $a*b*c$\n- Two\n\n> Said\n\n```\na  b\n```\n\n{SECOND} ![a bowl](bowl.png) **strong**"
    copy = found(text, SECOND)
    assert [part.kind for part in copy.parts] == ["heading", "item", "item", "quote", "code", "paragraph", "picture"]
    (formula,) = (run for run in copy.parts[1].pieces[0].words if isinstance(run, Formula))
    assert formula.latex == "a*b*c"


def two_texts() -> Any:
    """A ledger of two documents, of which one has FIRST and the other SECOND besides."""
    passages = {"one": [FIRST], "two": [FIRST, SECOND]}
    return {
        "documents": [
            {"id": name, "sections": [{"passages": [{"id": f"{name}.{n}", "sha256": digest(each)} for n, each in enumerate(words)]}]}
            for name, words in passages.items()
        ]
    }


def test_each_copy_goes_to_the_document_of_which_it_has_most() -> None:
    found = copies(two_texts(), [("b.txt", f"{FIRST} {SECOND}"), ("a.txt", FIRST)])
    assert {document: len(reading.found) for document, reading in found.items()} == {"two": 2, "one": 1}


def test_two_copies_of_one_document_are_refused() -> None:
    with pytest.raises(CopyError, match=r"^b\.txt: got a second copy of 'one', wanted one of each document$"):
        copies(two_texts(), [("a.txt", FIRST), ("b.txt", FIRST)])
    with pytest.raises(CopyError, match=r"^a\.txt: got a text with none of the passages"):
        copies(two_texts(), [("a.txt", "Something else.")])


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        ("CC-BY-NC-ND-3.0", "https://creativecommons.org/licenses/by-nc-nd/3.0/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC BY-SA", ""),
        ("All rights reserved", ""),
    ],
)
def test_licences_of_creative_commons_have_an_address(licence: str, address: str) -> None:
    assert licence_address(licence) == address


def test_what_is_asked_of_copies_is_told_where_it_cannot_be(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "copy.txt"
    source.write_text(SECOND, encoding="utf-8")
    with pytest.raises(SystemExit, match="2"):
        report(["--ledger", str(ledger), "--source", str(source), "--may-miss", "-1"])
    assert "--may-miss: got '-1', wanted a whole number from 0" in capsys.readouterr().err
    monkeypatch.setattr("probatum_reports.source.decoding.LARGEST", 5)
    assert report(["--ledger", str(ledger), "--source", str(source)]) == 2
    assert capsys.readouterr().err == f"probatum report: {source}: got more than 5 bytes, wanted at most as many\n"
