"""The folder for a static host, and the workflow that publishes it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from probatum.records.ledger import digest_of
from probatum_reports.command import badge, publish
from probatum_reports.content.edition import Edition
from probatum_reports.content.home import Home, site_address
from probatum_reports.content.reading import read
from probatum_reports.formats.page import checked_pages, write_pages
from probatum_reports.formats.picture import picture
from probatum_reports.formats.site import write_site
from tests.each import each
from tests.ledgers.many import SAMPLE, many

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "publish.yml"
HOME = "https://example.org/owner/name"
ADDRESS = "https://owner.example/site/"
FILES = {
    "404.html", "badge.svg", "badge-short.svg", "claims.jsonld", "index.html", "ledger.json", "picture.png", "report.html",
    "robots.txt", "summary.md",
}  # fmt: skip


def test_the_site_has_all_that_a_host_serves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish(["--ledger", str(SAMPLE), "--output", str(tmp_path), "--repository", HOME, "--even-red"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'index.html'}\n"
    assert {each.name for each in tmp_path.iterdir()} == FILES
    assert (tmp_path / "index.html").read_bytes() == (tmp_path / "report.html").read_bytes()
    assert (tmp_path / "ledger.json").read_bytes() == SAMPLE.read_bytes()
    assert f"{HOME}/issues/new" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_what_does_not_change_is_not_rewritten_and_orphans_go(tmp_path: Path) -> None:
    write_site(Edition(many(501)), b"{}", tmp_path)
    before = {each.name: each.stat().st_ino for each in tmp_path.iterdir()}
    assert "claims-6.html" in before
    write_site(Edition(many(501)), b"{}", tmp_path)
    assert {each.name: each.stat().st_ino for each in tmp_path.iterdir()} == before
    (tmp_path / "mine.html").write_text("<p>mine</p>", encoding="utf-8")
    write_site(Edition(read(SAMPLE)), b"{}", tmp_path)
    names = {each.name for each in tmp_path.iterdir()}
    assert names == FILES | {"mine.html"}


def test_a_ledger_or_an_address_that_is_none_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish(["--ledger", str(tmp_path / "none.json"), "--output", str(tmp_path / "site")]) == 2
    assert publish(["--ledger", str(SAMPLE), "--output", str(tmp_path / "site"), "--repository", "ftp://x.org/a", "--even-red"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("probatum publish: ")
    assert said[0].endswith("wanted a ledger: run pytest first")
    assert said[1].startswith("probatum publish: --repository: got 'ftp://x.org/a', wanted the https address of a repository")
    assert not (tmp_path / "site").exists()
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert publish(["--ledger", str(SAMPLE), "--output", str(tmp_path / "file"), "--even-red"]) == 2
    assert "wanted a place to write the site to" in capsys.readouterr().err


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The front page of a site whose repository and address are known."""
    ledger = many(12)
    ledger["documents"][0]["answer"] = "Yes </script> & $x^2$, often [claim-7].\n\nNot always."
    home = Home(HOME, address=ADDRESS)
    return write_site(Edition(ledger, home=home), b"{}", tmp_path_factory.mktemp("site"))


def test_a_published_page_says_what_it_is(front: Path) -> None:
    head = front.read_text(encoding="utf-8").partition("<style>")[0]
    assert '<meta name="description" content="Yes &lt;/script&gt; &amp; x squared, often.">' in head
    assert f'<link rel="canonical" href="{ADDRESS}">' in head
    assert f'<meta property="og:image" content="{ADDRESS}picture.png">' in head
    assert f'<meta property="og:url" content="{ADDRESS}">' in head
    assert front.with_name("picture.png").read_bytes().startswith(b"\x89PNG\r\n")
    assert f'href="{ADDRESS}"' in front.with_name("404.html").read_text(encoding="utf-8")


def test_a_published_page_leads_to_repository_commit_and_ledger(front: Path) -> None:
    footer = front.read_text(encoding="utf-8").rpartition("<footer>")[2]
    commit = many(1)["run"]["commit"]["sha"]
    assert f'<a href="{HOME}/commit/{commit}">' in footer
    assert f'<a href="{HOME}">' in footer
    assert '<a href="ledger.json">' in footer


def test_what_is_not_published_says_nothing_of_an_address(tmp_path: Path) -> None:
    html = write_pages(Edition(many(12)), tmp_path).read_text(encoding="utf-8")
    assert '<meta name="description"' in html
    assert not re.search('rel="canonical"|og:image|ledger\\.json|ld\\+json', html)


def test_reviews_are_of_natural_readings_each_with_its_rating(front: Path) -> None:
    (inline,) = re.findall('<script type="application/ld\\+json">(.*?)</script>', front.read_text(encoding="utf-8"), re.DOTALL)
    beside = front.with_name("claims.jsonld").read_text(encoding="utf-8")
    findings = [each for each in many(12)["findings"] if each["verdict"] in ("holds", "conditional", "refuted")]
    natural = {each["id"]: each for each in findings if each["said"] != "strict"}
    stated = {name for name, each in natural.items() if each["said"] == "stated"}
    assert stated < natural.keys()
    for text, ids in ((inline, stated), (beside, set(natural))):
        found = [each for each in json.loads(text)["@graph"] if each["@type"] == "ClaimReview"]
        assert {each["url"] for each in found} == {f"{ADDRESS}#{name}" for name in ids}
        rated = {each["url"].rpartition("#")[2]: each["reviewRating"]["@id"] for each in found}
        assert rated == {name: f"#:{natural[name]['verdict']}" for name in ids}


def test_the_picture_of_a_page_is_the_same_each_time_and_shows_what_was_found() -> None:
    (page,) = checked_pages(Edition(many(12)))
    (other,) = checked_pages(Edition(many(13)))
    assert picture(page) == picture(page) != picture(other)


@pytest.mark.parametrize("address", ["owner.example", "https://owner.example/?q=1", "javascript:alert(1)"])
def test_an_address_that_no_site_has_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str) -> None:
    assert publish(["--ledger", str(SAMPLE), "--output", str(tmp_path), "--even-red", "--address", address]) == 2
    assert f"--address: got {address!r}, wanted the web address of the published folder" in capsys.readouterr().err


def test_the_address_of_a_site_ends_with_a_slash() -> None:
    assert site_address("https://owner.example/site/index.html") == site_address("https://owner.example/site") == ADDRESS


def test_a_short_badge_counts_what_holds(tmp_path: Path) -> None:
    assert badge(["--ledger", str(SAMPLE), "--output", str(tmp_path / "short.svg"), "--short"]) == 0
    svg = (tmp_path / "short.svg").read_text(encoding="utf-8")
    stated = [each for each in read(SAMPLE)["findings"] if each["said"] == "stated"]
    holds = sum(each["verdict"] == "holds" for each in stated)
    assert f"<title>stated claims: {holds}/{len(stated)} hold · " in svg


def with_text(tmp_path: Path, licence: str = "CC BY-SA 4.0", as_expected: bool = True) -> tuple[str, str]:
    """A ledger and a copy of its text, of which two of eight passages were changed."""
    ledger = json.loads(SAMPLE.read_text(encoding="utf-8"))
    words = []
    passages = [passage for section in ledger["documents"][0]["sections"] for passage in section["passages"]]
    for number, passage in enumerate(passages):
        words.append(f"The words of passage number {number}.")
        passage["sha256"] = sha256(words[-1].encode()).hexdigest()
    ledger["documents"][0]["licence"] = licence
    for finding in ledger["findings"]:
        finding["as_expected"] = as_expected
    ledger["digest"] = digest_of(ledger["documents"], ledger["findings"])
    (tmp_path / "ledger.json").write_text(json.dumps(ledger), encoding="utf-8")
    (tmp_path / "text.txt").write_text("\n\n".join([*words[:-2], "Something else.", "Else."]), encoding="utf-8")
    return str(tmp_path / "ledger.json"), str(tmp_path / "text.txt")


def test_a_text_is_published_in_place_of_its_outline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger, text = with_text(tmp_path)
    given = ["--ledger", ledger, "--output", str(tmp_path / "site"), "--source", text, "--even-red"]
    assert publish([*given, "--may-miss", "2"]) == 2
    assert capsys.readouterr().err == (
        "probatum publish: descent-sample: the licence of its text is CC BY-SA 4.0: add --licence-allows if that lets you publish it\n"
    )
    assert publish([*given, "--licence-allows"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("probatum publish: descent-sample: 12 of 14 passages found, not found: ")
    assert len(said.rpartition(": ")[2].split(", ")) == 2
    assert not (tmp_path / "site").exists()
    assert publish([*given, "--licence-allows", "--may-miss", "2"]) == 0
    html = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "The words of passage number 3." in html
    assert '<a href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>. The words are the text’s own' in html
    assert 'nav class="outline"' not in html


def test_a_text_without_a_licence_is_not_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger, text = with_text(tmp_path, licence=" ")
    assert publish(["--ledger", ledger, "--output", str(tmp_path / "site"), "--source", text, "--licence-allows"]) == 2
    assert "descent-sample: got no licence in the outline, wanted the one that its text is published under" in capsys.readouterr().err


def test_a_red_ledger_is_not_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger, _ = with_text(tmp_path, as_expected=False)
    assert publish(["--ledger", ledger, "--output", str(tmp_path / "site")]) == 1
    number = len(read(SAMPLE)["findings"])
    said = capsys.readouterr().err
    assert said.startswith(f"probatum publish: {ledger}: got {number} of {number} findings that are not as expected, wanted none, ")
    assert said.endswith(f" and {number - 12} more\n")
    assert not (tmp_path / "site").exists()
    assert publish(["--ledger", ledger, "--output", str(tmp_path / "site"), "--even-red"]) == 0
    assert "did not come out as the author expected" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_what_was_published_can_be_compared(tmp_path: Path) -> None:
    publish(["--ledger", str(SAMPLE), "--output", str(tmp_path), "--even-red"])
    assert json.loads((tmp_path / "ledger.json").read_text(encoding="utf-8"))["digest"] == read(SAMPLE)["digest"]


def test_the_workflow_asks_for_no_more_than_it_needs() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    assert "\npermissions: {}\n" in text
    assert re.findall(r"^ +(\S+): (?:read|write)$", text, re.MULTILINE) == ["contents", "pages", "id-token"]
    assert "contents: read" in text
    assert "persist-credentials: false" in text
    # What a stranger may choose (a title, a branch) never gets into a command.
    assert re.findall(r"run:.*\$\{\{", text) == []
    assert all(action.startswith("actions/") for action in each(re.findall(r"uses: (\S+)", text)))


def test_the_workflow_uses_commands_that_exist() -> None:
    text, makefile = WORKFLOW.read_text(encoding="utf-8"), (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"run: make ([a-z-]+)", text)
    assert targets
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in each(targets))
    assert "path: build/site" in text


def partial(tmp_path: Path) -> str:
    """The sample as of a run that left out a claim."""
    ledger = json.loads(SAMPLE.read_text(encoding="utf-8"))
    ledger["run"] |= {"complete": False, "total": ledger["run"]["selected"] + 1}
    path = tmp_path / "partial.json"
    path.write_text(json.dumps(ledger), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("command", "name"), [(publish, "publish"), (badge, "badge")])
def test_a_partial_run_does_not_pass_for_the_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: Callable[[list[str]], int], name: str
) -> None:
    output = tmp_path / "output"
    assert command(["--ledger", partial(tmp_path), "--output", str(output)]) == 2
    number = json.loads(SAMPLE.read_text(encoding="utf-8"))["run"]["selected"]
    assert f"partial.json: got a partial run, of {number} of {number + 1} claims, wanted a whole one" in capsys.readouterr().err
    assert not output.exists()
    even_red = ["--even-red"] * (name == "publish")
    assert command(["--ledger", partial(tmp_path), "--output", str(output), "--partial", *even_red]) == 0
    svg = output if name == "badge" else output / "badge.svg"
    assert f"partial run, {number} of {number + 1} ·" in svg.read_text(encoding="utf-8")
    assert name == "badge" or "Partial run" in (output / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("sha", ["", "main", "1f3c5a7e9b2d4f60</script>", "1F3C5A7"])
def test_only_what_names_a_commit_is_linked(sha: str) -> None:
    home = Home("https://example.org/owner/name")
    assert home.commit(sha) == ""
    assert home.commit("1f3c5a7") == "https://example.org/owner/name/commit/1f3c5a7"


def test_searchers_are_told_where_the_pages_are(tmp_path: Path) -> None:
    write_site(Edition(many(501), home=Home(address=ADDRESS)), b"{}", tmp_path)
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (tmp_path / "robots.txt").read_text(encoding="utf-8").splitlines()
    named = re.findall("<loc>(.*?)</loc>", (tmp_path / "sitemap.xml").read_text(encoding="utf-8"))
    assert named[:2] == [ADDRESS, f"{ADDRESS}claims-1.html"]
    assert len(named) == 1 + len(list(tmp_path.glob("claims-*.html")))
    assert 'content="noindex"' in (tmp_path / "404.html").read_text(encoding="utf-8")


def test_findings_that_were_taken_over_are_not_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(SAMPLE.read_text(encoding="utf-8"))
    data["run"]["reused"] = 3
    ledger = tmp_path / "ledger.json"
    ledger.write_text(json.dumps(data), encoding="utf-8")
    assert publish(["--ledger", str(ledger), "--output", str(tmp_path / "site"), "--even-red"]) == 1
    said = f"{ledger}: got 3 findings taken over from earlier runs, wanted none: pytest claims --claims-decide=all"
    assert said in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
