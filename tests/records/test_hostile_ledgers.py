"""Tests of data from elsewhere: each field of a ledger with a value of each wrong type, and JSON that means nothing or two things."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from probatum.errors import LedgerError
from probatum.ledger_entries import FORMAT
from probatum.printing import printable
from probatum.records.ledger import digest_of, read_ledger
from probatum.records.validation import is_kept, parsed, problem
from probatum_reports.command import badge, diff, publish, report, summary
from tests.each import each
from tests.schema import SCHEMA

SAMPLE = Path(__file__).parents[1] / "ledgers" / "sample.json"
LEDGER: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
LEDGER["run"] |= {"reused": 0, "seeds": {"search": 1}}  # what an older run need not say
Place = tuple[str | int, ...]
EVERY_TYPE: dict[str, Any] = {"null": None, "boolean": True, "number": 0.5, "string": "\u202ewords", "array": [[]], "object": {"a": 1}}


def resolved(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The schemas of which a value must meet one, with all references followed."""
    if "$ref" in schema:
        return resolved(SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]])
    if all("type" in option or "$ref" in option for option in schema.get("anyOf", [{}])):
        return [found for option in schema["anyOf"] for found in resolved(option)]
    return [schema]


def type_of(value: Any) -> str:
    """The type of a JSON value; an integer is a number."""
    return {"NoneType": "null", "bool": "boolean", "str": "string", "list": "array", "dict": "object"}.get(type(value).__name__, "number")


def types(schema: dict[str, Any]) -> set[str]:
    """The types of JSON that a schema allows."""
    if "enum" in schema or "const" in schema:
        return {type_of(value) for value in schema.get("enum", [schema.get("const")])}
    named: list[str] = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {"number" if name == "integer" else name for name in named}


def fields(schema: dict[str, Any], data: Any, place: Place = ()) -> Iterator[tuple[Place, set[str]]]:
    """All places of some data, each with the types that may stand there."""
    options = resolved(schema)
    yield place, {name for option in options for name in types(option)}
    for option in options:
        if isinstance(data, dict) and "object" in types(option):
            inner = {name: option.get("properties", {}).get(name) or option["additionalProperties"] for name in data}
            yield from (found for name in data for found in fields(inner[name], data[name], (*place, name)))
        if isinstance(data, list) and "array" in types(option):
            yield from (found for number, item in enumerate(data) for found in fields(option["items"], item, (*place, number)))


def kind(place: Place) -> str:
    """A place without the numbers of items."""
    return "/".join("*" if isinstance(step, int) else step for step in place)


FIELDS = {kind(place): (place, allowed) for place, allowed in fields(SCHEMA, LEDGER) if place}
WRONG = [(name, wrong) for name, (_, allowed) in FIELDS.items() for wrong in EVERY_TYPE if wrong not in allowed]


def with_value(place: Place, value: Any) -> dict[str, Any]:
    """The sample with another value at a place, and the digest of that."""
    made: Any = copy.deepcopy(LEDGER)
    within = made
    for step in place[:-1]:
        within = within[step]
    within[place[-1]] = value
    if place != ("digest",):
        made["digest"] = digest_of(made["documents"], made["findings"])
    whole: dict[str, Any] = made
    return whole


def named_in_schema(schema: Any) -> Iterator[str]:
    """The names of all properties that the schema describes."""
    for value in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from named_in_schema(value)
    yield from schema.get("properties", {}) if isinstance(schema, dict) else ()


def test_the_sample_has_every_field_of_the_schema() -> None:
    assert {name.rpartition("/")[2] for name in FIELDS} >= set(named_in_schema(SCHEMA))
    assert len(FIELDS) > 190
    assert len(WRONG) > 900


def test_a_value_of_a_wrong_type_is_a_problem_wherever_it_stands() -> None:
    unseen = [(name, wrong) for name, wrong in WRONG if not problem(with_value(FIELDS[name][0], EVERY_TYPE[wrong]))]
    assert unseen == []


def test_a_field_too_many_or_too_few_is_a_problem_wherever_it_stands() -> None:
    objects = {name: place for name, (place, allowed) in FIELDS.items() if allowed == {"object"} and "versions" not in place[-1:]}
    closed = [place for name, place in objects.items() if name not in ("run/seeds", "run/versions")]
    assert len(closed) > 5
    assert [place for place in each(closed) if not problem(with_value((*place, "unheard-of"), 1))] == []


def test_a_number_that_nothing_can_compute_with_is_a_problem() -> None:
    numbers = [place for place, allowed in FIELDS.values() if "number" in allowed]
    assert len(numbers) > 20
    assert [place for place in each(numbers) if not problem(with_value(place, 1e200))] == []
    counts = [place for place in each(numbers) if not {"figure", "format"} & {*place}]
    assert len(counts) > 8
    assert [place for place in each(counts) if not problem(with_value(place, -1)) or not problem(with_value(place, 2**53))] == []


def test_each_wrong_ledger_is_refused_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Through the door that all commands share: what is read is checked before anything else looks at it."""
    path = tmp_path / "bad.json"
    answers = {}
    for name, wrong in {name: wrong for name, wrong in WRONG if name not in ("documents", "findings")}.items():
        path.write_text(json.dumps(with_value(FIELDS[name][0], EVERY_TYPE[wrong])), encoding="utf-8")
        answers[name] = (diff([str(SAMPLE), str(path)]), capsys.readouterr().err)
    assert len(answers) > 190
    assert {code for code, _ in answers.values()} == {2}
    assert [said for _, said in each(answers.values()) if not said.startswith(f"probatum diff: {path}: ") or said.count("\n") != 1] == []
    assert [said for _, said in each(answers.values()) if not said.rstrip("\n").isprintable()] == []


WHOLE = json.dumps(LEDGER)
HOSTILE: dict[str, tuple[bytes, str]] = {
    "infinite": (WHOLE.replace('"line": ', '"line": 1e400, "was": ', 1).encode(), "not JSON compliant"),
    "named infinite": (WHOLE.replace('"line": ', '"line": Infinity, "was": ', 1).encode(), "Infinity is no number of JSON"),
    "huge": (WHOLE.replace('"line": ', f'"line": {"9" * 5000}, "was": ', 1).encode(), "got no readable JSON"),
    "deep": (WHOLE.replace('"assumes": [', f'"assumes": [{"[" * 5000 + "]" * 5000}, ', 1).encode(), "nested too deeply"),
    "less deep": (json.dumps(with_value(("findings", 0, "assumes"), json.loads("[" * 400 + "]" * 400))).encode(), "nested too deeply"),
    "deep objects": (
        WHOLE.replace('"figure": ', '"figure": ' + '{"a":' * 5000, 1).encode(),
        "got no readable JSON",
    ),
    "a name twice": (WHOLE.replace('"format": ', '"format": 1, "format": ', 1).encode(), "the name 'format' twice in one object"),
    "a name twice inside": (WHOLE.replace('"verdict": ', '"verdict": "holds", "verdict": ', 1).encode(), "the name 'verdict' twice"),
    "a name twice among many": (
        ("{" + "".join(f'"{number}":1,' for number in range(200_000)) + '"199999":1}').encode(),
        "the name '199999' twice in one object",
    ),
    "in UTF-16": (WHOLE.encode("utf-16"), "can't decode byte"),
    "in Latin-1": (WHOLE.replace("stretched", "gedehnte Schüssel").encode("latin-1", "replace").replace(b"?", b"\xfc"), "can't decode"),
    "with a mark": (b"\xef\xbb\xbf" + WHOLE.encode(), "BOM"),
    "a null byte": (b"\0" + WHOLE.encode(), "got no readable JSON"),
    "a huge format": (b'{"format": "' + b"x\x1b" * 1 + b"z" * 100_000 + b'"}', "got no readable JSON"),
    "a long format": (b'{"format": "' + b"z" * 100_000 + b'"}', "got format zzzzzzzzzzzz, wanted"),
    "two": (b'{"format": 2.0}', f"got format 2.0, wanted {FORMAT}"),
    "true": (b'{"format": true}', f"got format True, wanted {FORMAT}"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_json_that_means_nothing_or_two_things_is_refused(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    raw, wanted = HOSTILE[name]
    path = tmp_path / "ledger.json"
    path.write_bytes(raw)
    with pytest.raises(LedgerError) as caught:
        read_ledger(path)
    assert str(caught.value).startswith(f"{path}: got ")
    assert wanted in str(caught.value)
    assert len(str(caught.value)) < 500
    codes = [command([*options, str(path)]) for command, options in ((report, ["--ledger"]), (badge, ["--ledger"]), (diff, [str(SAMPLE)]))]
    codes += [summary(["--ledger", str(path)]), publish(["--ledger", str(path), "--output", str(tmp_path / "site")])]
    assert codes == [2] * 5
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 5)
    assert [entry.name for entry in tmp_path.iterdir()] == ["ledger.json"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a file without end")
def test_a_file_without_end_is_not_read_to_its_end() -> None:
    with pytest.raises(LedgerError, match=r"^/dev/zero: got \d+ bytes, wanted at most \d+$"):
        read_ledger(Path("/dev/zero"))


def test_what_is_long_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    path.write_text(json.dumps(with_value(("findings", 0, "as_expected"), "x" * 1_000_000)), encoding="utf-8")
    with pytest.raises(LedgerError, match=r'/findings/0/as_expected: "x{79}\.\.\.x*" is not of type "boolean", wanted a ledger') as caught:
        read_ledger(path)
    assert len(str(caught.value)) < 400


def test_words_of_a_ledger_do_not_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = with_value(("findings", 0, "wording"), "red \x1b[31m \u202e \u200b \U000e0041 \x07 \ud800")
    hostile["documents"][0]["title"] = "title \x1b]0;owned\x07 \u2066 \u00ad"
    hostile["findings"][0] |= {"verdict": "undecided", "strength": None, "as_expected": False, "reason": "\u2028 because \x9b31m"}
    hostile["digest"] = digest_of(hostile["documents"], hostile["findings"])
    path = tmp_path / "ledger.json"
    path.write_text(json.dumps(hostile), encoding="utf-8")
    assert summary(["--ledger", str(path)]) == 0
    assert diff([str(SAMPLE), str(path)]) == 1
    printed = capsys.readouterr().out
    assert "owned" in printed
    assert printed.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("a\u200bb", r"a\u200bb"),
        ("\U000e0041", r"\U000e0041"),
        ("a\nb", "a\nb"),
        ("\ud800", r"\ud800"),
        ("ü", "ü"),
    ],
)
def test_what_is_printed_can_be_seen(text: str, shown: str) -> None:
    assert printable(text) == shown


KEPT: dict[str, Any] = {"finding": LEDGER["findings"][0], "folder": "claims/sample", "seconds": 0.5}
NAME = LEDGER["findings"][0]["id"]


def test_a_whole_finding_is_taken_over() -> None:
    assert is_kept(KEPT, NAME)


@pytest.mark.parametrize(
    "entry",
    [
        None,
        [],
        {},
        KEPT | {"folder": 5},
        KEPT | {"seconds": "soon"},
        KEPT | {"seconds": float("inf")},
        KEPT | {"finding": {"id": NAME, "as_expected": True}},
        KEPT | {"finding": KEPT["finding"] | {"id": "another"}},
        KEPT | {"finding": KEPT["finding"] | {"verdict": "conflict"}},
        KEPT | {"finding": KEPT["finding"] | {"verdict": "plausible"}},
        KEPT | {"finding": KEPT["finding"] | {"versions": [5]}},
        KEPT | {"finding": KEPT["finding"] | {"as_expected": "yes"}},
    ],
    ids=lambda entry: None,
)
def test_what_is_no_whole_finding_of_the_claim_is_not_taken_over(entry: Any) -> None:
    assert not is_kept(entry, NAME)


@pytest.mark.parametrize("raw", [b"[" * 100_000, b'{"a": 1, "a": 2}', b"NaN", b"\xff", b"", b"9" * 5_000])
def test_what_is_no_json_is_a_value_error(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        parsed(raw)


def test_the_format_is_that_of_the_schema() -> None:
    assert SCHEMA["properties"]["format"]["const"] == FORMAT
    assert SCHEMA["$id"].endswith(f":{FORMAT}")
