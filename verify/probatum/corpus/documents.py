"""Finds the documents of a corpus: the folders in it that have an outline, or claims."""

from __future__ import annotations

from pathlib import Path

from probatum.authoring.census import census, written_files
from probatum.authoring.outline import FILE
from probatum.errors import ProbatumError


class CorpusError(ProbatumError):
    """There is no corpus where one was named."""

    slug = "corpus"


def documents(corpus: Path) -> tuple[Path, ...]:
    """The folders of the documents by name; raises CorpusError where there are none."""
    try:
        folders = sorted(path for path in corpus.iterdir() if path.is_dir())
    except FileNotFoundError:
        raise CorpusError(f"{corpus}: got no such folder, wanted one of documents") from None
    except OSError as error:
        raise CorpusError(
            f"{corpus}: got {error.strerror}, wanted a folder of documents"
        ) from error
    found = tuple(folder for folder in folders if _is_document(folder))
    if not found:
        here = f", or the folder above it: it has an {FILE} of its own"
        hint = here if (corpus / FILE).exists() else ""
        raise CorpusError(
            f"{corpus}: got no document, wanted a folder with an {FILE} for each{hint}"
        )
    if astray := census(sorted(corpus.glob("*.py"))):
        places = ", ".join(f"{place.path.name}:{place.line}" for place in astray)
        raise CorpusError(
            f"{corpus}: got claims beside the documents, {places}, "
            "wanted each in the folder of its document"
        )
    return found


def _is_document(folder: Path) -> bool:
    """Whether it is meant to be one: claims without an outline shall not be overlooked.

    Below folders with a dot before their names, such as environments, there are many modules that
    are no claims: of these only what lies in them directly is read.
    """
    hidden = folder.name.startswith(".")
    files = sorted(folder.glob("*.py")) if hidden else written_files((folder,))
    return (folder / FILE).exists() or bool(census(files))
