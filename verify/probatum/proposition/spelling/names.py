"""What a variable may be called, so that readers take it for a variable, and for no other."""

from __future__ import annotations

import keyword
import re
import unicodedata

from probatum.errors import DefinitionError

WORD = re.compile(r"[^\W\d_]+\d*(_[^\W_]+)*'*")  # letters, then perhaps digits, indices, primes
WORDS_OF_SENTENCES = {word.lower() for word in keyword.kwlist} - {"lambda", "none"}
OF_CONSTANTS = {"pi": "π", "π": "π", "oo": "∞", "zoo": "∞", "nan": "no number"}
LIKE_LATIN = str.maketrans(
    "аеорсухіјѕԁһӏАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "aeopcyxijsdhlABEKMHOPCTXIJSABEZHIKMNOPTYXo",
)


def check_name(name: str, where: str) -> None:
    """Refuse what reads as a formula, a constant or a word of the sentence, and what another way of
    writing the same letters would look like. Raises DefinitionError there.
    """
    if name in OF_CONSTANTS:
        raise DefinitionError(
            f"{where}: got the name {name!r}, which is read as the constant {OF_CONSTANTS[name]}, "
            "wanted another name"
        )
    plain = unicodedata.normalize("NFKC", name) == name
    if not (plain and WORD.fullmatch(name)) or name in WORDS_OF_SENTENCES:
        raise DefinitionError(
            f"{where}: got the name {name!r}, wanted letters, then perhaps digits, an index and "
            "primes, such as x, rate, x1, x_max, alpha or x'"
        )


def look(shown: str) -> str:
    """What is shown of a name, the same for names that look the same."""
    return unicodedata.normalize("NFKC", shown).translate(LIKE_LATIN)
