"""Verifies many documents in one run: a document at a time, each by itself, and never stops for
one.
"""
