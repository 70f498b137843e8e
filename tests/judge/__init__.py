"""Tests of controls, verdicts and findings."""
