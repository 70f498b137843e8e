"""Other plugins change no finding; `make test-peers` installs them."""

from __future__ import annotations

import pytest

from tests.project import FALSE, TRUE, Project

PEERS = {
    "allure_pytest": ["--alluredir=allure"],
    "pytest_benchmark": ["--benchmark-disable"],
    "pytest_cov": ["--cov=claims"],
    "pytest_html": ["--html=page.html"],
    "pytest_randomly": ["-p", "randomly"],
    "pytest_rerunfailures": ["--reruns=2"],
    "pytest_timeout": ["--timeout=120"],
    "xdist": ["-n", "2"],
}


@pytest.mark.parametrize("peer", PEERS)
def test_a_peer_changes_no_finding(project: Project, peer: str) -> None:
    pytest.importorskip(peer, reason=f"{peer} is not installed: make test-peers", exc_type=ImportError)
    project.claims(TRUE, FALSE)
    project.run_cold()
    alone = project.ledger["digest"]
    project.ledger_path.unlink()
    result = project.run_cold(*PEERS[peer])
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert project.ledger["digest"] == alone
    assert project.ledger["run"]["complete"]


def test_a_rerun_never_turns_a_red_claim_green(project: Project) -> None:
    pytest.importorskip("pytest_rerunfailures", reason="pytest_rerunfailures is not installed: make test-peers")
    changing = '''
    @Passage("opening.1").states
    def changing(value=2):
        """Changes."""
        import pathlib
        seen = pathlib.Path("seen")
        first = not seen.exists()
        seen.write_text("")
        return Equal(3 if first else 2, value)
    '''
    project.claims(changing)
    project.run_cold("--reruns=3", "--in-process")
    assert project.verdicts == {"changing": "error"}  # it states another thing when it is asked again
