"""Statements in the language of the text become statements over real numbers, a theorem a file.

It stands between what is stated and what engines take; nothing is decided here.
"""
