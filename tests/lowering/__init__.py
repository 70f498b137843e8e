"""Tests of lowering: from the language of the text to statements over real numbers."""
