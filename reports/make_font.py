"""Makes the math font of the report: the part of STIX Two Math that formulas use,
as WOFF2 with its MATH table.

Not shipped. Run it by hand when a formula needs a character that the subset lacks:

    python -m pip install fonttools brotli ziamath
    python reports/make_font.py

ziamath is only the place where the font comes from: its wheel holds STIXTwoMath-Regular.ttf.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

# Installed by hand for this script alone, so the type checker may or may not find it.
from fontTools.subset import Options, Subsetter, load_font, save_font  # type: ignore[import-not-found,import-untyped,unused-ignore]

DESTINATION = Path(__file__).parent / "probatum_reports" / "assets" / "math-font.woff2"

RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x0391, 0x03A9),  # Greek capitals, upright
    (0x1D434, 0x1D467),  # mathematical italic: every variable of one letter
    (0x1D6E2, 0x1D71B),  # mathematical italic Greek
    (0x1D400, 0x1D433),  # mathematical bold: vectors and matrices
)
SINGLES = (
    "ℎ"  # the italic h, which the italic range leaves out
    "ıȷℓℝℕℤℚℂ𝔼ℙℒ𝒩𝒪𝜕∂∇"
    "±×÷·∗∘⋅−√∞∅∀∃∄∈∉∋∖∪∩⊂⊆⊃⊇∧∨¬→←↔⇒⇐⇔↦↑↓∥∣⊤⊥⊙⊗⊕≺≻⪯⪰"
    "=≠≈≃≅≡∼∝≤≥≪≫≔∑∏∫∮…⋯⋮⋱′″°§⟨⟩⌈⌉⌊⌋‖|{}[]()ˆ˜¯˙¨ˇ⃗¨‾_^~⏞⏟"
)

VARIANTS = 7  # sizes of a bracket; larger ones are put together from pieces


def main() -> None:
    """Writes the subset and says how large it is."""
    unused = ["DSIG", "GPOS", "GSUB", "GDEF", "BASE"]
    options = Options(
        flavor="woff2",
        layout_features=[],
        hinting=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        drop_tables=unused,
    )
    source = files("ziamath") / "fonts" / "STIXTwoMath-Regular.ttf"
    font = load_font(str(source), options)
    variants = font["MATH"].table.MathVariants
    for construction in (*variants.VertGlyphConstruction, *variants.HorizGlyphConstruction):
        construction.MathGlyphVariantRecord = construction.MathGlyphVariantRecord[:VARIANTS]
        construction.VariantCount = len(construction.MathGlyphVariantRecord)
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes=[code for first, last in RANGES for code in range(first, last + 1)], text=SINGLES
    )
    subsetter.subset(font)
    save_font(font, str(DESTINATION), options)
    print(f"{DESTINATION}: {DESTINATION.stat().st_size} bytes, {font['maxp'].numGlyphs} glyphs")


if __name__ == "__main__":
    main()
