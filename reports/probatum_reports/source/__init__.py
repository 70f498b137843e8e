"""A copy of the text in, its blocks and passages out."""
