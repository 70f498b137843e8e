"""The words that claims were written for, as `passages.lock` keeps them beside the outline,
and where the outline has others now.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from probatum.authoring.outline import DIGEST, NAME, Document, text_of, toml
from probatum.errors import OutlineError
from probatum.type_names import Json

FILE = "passages.lock"
HEADER = (
    "# The words that the claims at each passage were written for. "
    "Kept by `probatum outline --update`; not to be edited.\n"
)
UPDATE = "probatum outline TEXT --update"


@dataclass(frozen=True, slots=True)
class Kept:
    """A passage as the last update saw it; until a review, also the words that its claims were
    written for and where these stood.
    """

    id: str
    sha256: str
    sketch: str = ""
    written_for: str = ""  # the digest of other words
    stood_after: str | None = None  # another passage; empty: the beginning

    @property
    def is_reviewed(self) -> bool:
        """Whether its claims were written for what stands there."""
        return not self.written_for and self.stood_after is None


@dataclass(frozen=True, slots=True)
class Gone:
    """A passage that the text has no more, and the one that is nearest to what it said (empty:
    none).
    """

    id: str
    sha256: str
    sketch: str = ""
    stood_after: str = ""
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """All passages that claims were ever written for; no id is ever given to other words."""

    passages: tuple[Kept, ...] = ()
    gone: tuple[Gone, ...] = ()
    retired: tuple[str, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """All ids that were ever given."""
        return frozenset(
            (*(kept.id for kept in self.passages), *(gone.id for gone in self.gone), *self.retired)
        )


def read_record(folder: Path) -> Record | None:
    """The record beside the outline of a folder; None where there is none;
    raises OutlineError where it is malformed.
    """
    path = folder / FILE
    if not path.exists() and not path.is_symlink():
        return None
    data = toml(text_of(path), path)
    passages, gone, retired = (
        data.get("passages", {}),
        data.get("gone", {}),
        data.get("retired", []),
    )
    if (
        not isinstance(passages, dict)
        or not isinstance(gone, dict)
        or not isinstance(retired, list)
    ):
        raise OutlineError(
            f"{path}: got another shape, wanted [passages], [gone] and a list `retired`: "
            f"{UPDATE} writes it"
        )
    if unnamed := [
        name
        for name in (*passages, *gone, *retired)
        if not isinstance(name, str) or not NAME.match(name)
    ]:
        raise OutlineError(f"{path}: got {unnamed[0]!r}, wanted the id of a passage")
    try:
        return Record(
            tuple(_entry(Kept, name, entry) for name, entry in passages.items()),
            tuple(_entry(Gone, name, entry) for name, entry in gone.items()),
            tuple(retired),
        )
    except (TypeError, ValueError) as error:
        raise OutlineError(f"{path}: {error}") from error


def adopted(document: Document) -> Record:
    """The record of an outline that has none yet: its claims are taken as written for what it
    says.
    """
    return Record(tuple(Kept(passage.id, passage.sha256) for passage in document.passages))


def _entry(kind: Json, name: str, entry: Json) -> Json:
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise ValueError(f"passage {name!r}: got {entry!r}, wanted a table of texts")
    if unknown := sorted(set(entry) - {*kind.__dataclass_fields__}):
        raise ValueError(
            f"passage {name!r}: got {unknown[0]!r}, wanted some of "
            f"{', '.join(kind.__dataclass_fields__)}"
        )
    digests = [entry.get("sha256", ""), *filter(None, [entry.get("written_for")])]
    if not all(DIGEST.match(digest) for digest in digests):
        raise ValueError(
            f"passage {name!r}: got the digests {digests!r}, wanted 64 hexadecimal digits each"
        )
    if not _is_hexadecimal(entry.get("sketch", "")):
        raise ValueError(
            f"passage {name!r}: got the sketch {entry['sketch']!r}, wanted hexadecimal digits"
        )
    return kind(**{**entry, "id": name})


def _is_hexadecimal(text: str) -> bool:
    return len(text) % 2 == 0 and all(digit in "0123456789abcdef" for digit in text)


def written(record: Record) -> str:
    """The record as TOML, a line a passage."""
    lines = [HEADER]
    if record.retired:
        lines.append(f"retired = [{', '.join(map(_quoted, record.retired))}]\n")
    lines.append("\n[passages]\n")
    lines += [_line(entry) for entry in record.passages]
    if record.gone:
        lines += ["\n[gone]\n", *(_line(entry) for entry in record.gone)]
    return "".join(lines)


def _line(entry: Kept | Gone) -> str:
    """A passage as an inline table; of names and digests alone, which need no escapes."""
    values = {name: getattr(entry, name) for name in entry.__dataclass_fields__ if name != "id"}
    is_said = {
        name: value is not None if name == "stood_after" else bool(value)
        for name, value in values.items()
    }
    fields = ", ".join(
        f"{name} = {_quoted(value)}" for name, value in values.items() if is_said[name]
    )
    return f"{_quoted(entry.id)} = {{ {fields} }}\n"


def _quoted(text: str) -> str:
    return f'"{text}"'


def displaced(before: Sequence[str], now: Sequence[str]) -> frozenset[str]:
    """What stands in another order now: all but what every longest run of the old order keeps in
    place.

    Where two changed places, none of them is the one that stayed: both are displaced.
    """
    rank = {name: place for place, name in enumerate(before)}
    common = [name for name in now if name in rank]
    ending = _runs([rank[name] for name in common])
    beginning = _runs([-rank[name] for name in reversed(common)])[::-1]
    longest = max(ending, default=0)
    on_a_longest = [
        length if length + rest == longest + 1 else 0
        for length, rest in zip(ending, beginning, strict=True)
    ]
    rivals = Counter(on_a_longest)
    return frozenset(
        name
        for name, length in zip(common, on_a_longest, strict=True)
        if length == 0 or rivals[length] > 1
    )


def _runs(ranks: Sequence[int]) -> list[int]:
    """For each rank, how long the longest rising run is that ends with it."""
    lowest: list[int] = []  # the lowest rank that a run of each length ends with
    lengths = []
    for rank in ranks:
        place = bisect_left(lowest, rank)
        lowest[place : place + 1] = [rank]
        lengths.append(place + 1)
    return lengths


def doubts(document: Document, record: Record, outline: str) -> dict[str, str]:
    """Why the claims at passages of a document are suspect, and what to do about it, by passage.

    `outline` is its file as readers know it. Where it differs from the record,
    an update puts the ids right before anything is reviewed.
    """
    update = f"{UPDATE} {outline}"
    said = dict(_doubts(document, record))
    if [(passage.id, passage.sha256) for passage in document.passages] != [
        (entry.id, entry.sha256) for entry in record.passages
    ]:
        return {name: f"{why}. To see what changed: {update}" for name, why in said.items()}
    return {
        name: f"{why}. Once somebody has looked: {update} --reviewed {name}"
        for name, why in said.items()
    }


def unrecorded(document: Document, outline: str) -> dict[str, str]:
    """The same where there is no record and none may be made: what the outline says now may be
    another than what the claims were written for.
    """
    why = (
        f"Nothing records the words that it was written for: got no {FILE} beside {outline}, "
        "wanted it in the repository. Once somebody has looked, this writes it: "
        f"probatum outline --update {outline}"
    )
    return dict.fromkeys(document.ids, why)


def _doubts(document: Document, record: Record) -> Iterator[tuple[str, str]]:
    now = {passage.id: passage.sha256 for passage in document.passages}
    order = [entry.id for entry in record.passages]
    moved = displaced(order, list(now))
    told = {*order, *(entry.id for entry in record.gone)}
    for name in [name for name in now if name not in told]:  # also one that was given back
        yield name, f"Nothing records the words that it was written for: {FILE} has no {name}"
    for gone in record.gone:
        yield gone.id, f"Written for {gone.id}, which is gone{_nearest(gone.nearest)}"
    for entry in record.passages:
        if said := _doubt(entry, now, moved, order):
            yield entry.id, f"Written for {entry.id}, {said}"


def _doubt(entry: Kept, now: Mapping[str, str], moved: frozenset[str], order: Sequence[str]) -> str:
    if entry.id not in now:
        return (
            f"which is gone{_nearest(_elsewhere(entry, now) or _neighbour(entry.id, now, order))}"
        )
    if now[entry.id] != entry.sha256:
        elsewhere = _elsewhere(entry, now)
        return f"whose words stand at {elsewhere} now" if elsewhere else "whose words were edited"
    if entry.id in moved or entry.stood_after is not None:
        stood = entry.stood_after if entry.stood_after is not None else before(entry.id, order)
        return (
            f"which moved: it stood {after(stood)}, and stands {after(before(entry.id, list(now)))}"
        )
    return "whose words were edited" if entry.written_for else ""


def _elsewhere(entry: Kept, now: Mapping[str, str]) -> str:
    """Another passage that has its words now; empty where none has."""
    return next(
        (name for name, sha256 in now.items() if sha256 == entry.sha256 and name != entry.id), ""
    )


def _nearest(name: str) -> str:
    return f"; nearest to it is {name}" if name else ""


def _neighbour(name: str, now: Mapping[str, str], order: Sequence[str]) -> str:
    """The last passage before one, in the old order, that there still is;
    else the first after it.
    """
    place = order.index(name)
    return next((other for other in (*reversed(order[:place]), *order[place:]) if other in now), "")


def before(name: str, order: Sequence[str]) -> str:
    """What stands before a passage; empty at the beginning."""
    place = order.index(name)
    return order[place - 1] if place else ""


def after(name: str) -> str:
    """A place in words."""
    return f"after {name}" if name else "at the beginning"
