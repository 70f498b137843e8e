"""Propositions whose truth is known by construction, and what the deciders make of them."""
