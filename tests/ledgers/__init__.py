"""Ledgers that tests of reports read."""
