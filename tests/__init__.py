"""Tests of the code: one file for each module, the plugin through pytester, and all claims of the repository."""
