"""Claims that no setting names are told where somebody asks for them."""

from __future__ import annotations

import pytest

from tests.project import FALSE, HEADER, OUTLINE, TRUE, Project

NONE = "claims_paths: got nothing that holds"


@pytest.mark.parametrize("asked", ["claims", "claims/sums/opening.py", "claims/sums"])
def test_where_nothing_was_collected_claims_are_told_that_no_setting_names(project: Project, asked: str) -> None:
    project.claims(TRUE, TRUE.replace("two_is_two", "still_two"))
    project.pytester.makeini("[pytest]\n")
    result = project.run(asked)
    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED
    assert f"probatum: {NONE} 2 of the claims in claims/sums, wanted all" in result.outlines
    assert not [line for line in project.run(asked, "--collect-only").outlines if NONE in line]
    assert not [line for line in project.run(asked, "-p", "no:probatum").outlines if NONE in line]


def test_claims_beside_those_that_a_setting_names_are_told_where_they_are_asked_for(project: Project) -> None:
    project.claims(TRUE)
    project.write("more/texts/outline.toml", OUTLINE)
    project.write("more/texts/closing.py", HEADER + FALSE)
    project.write("more/data/outline.toml", "no claims beside it")
    said = f"probatum: {NONE} 1 of the claims in more/texts, wanted all"
    result = project.run("--in-process", "claims", "more")
    assert result.ret == pytest.ExitCode.OK, "somebody may have others there, as data of tests"
    assert [line for line in result.outlines if NONE in line] == [said]
    for asked in ([], ["claims"], ["claims", "more", "--collect-only"]):
        assert not [line for line in project.run("--in-process", *asked).outlines if NONE in line]
    project.pytester.makeini("[pytest]\nclaims_paths = claims more\n")
    assert not [line for line in project.run("--in-process", "claims", "more").outlines if NONE in line]


def test_of_a_folder_only_what_no_setting_names_is_told(project: Project) -> None:
    project.claims(TRUE)
    project.claims(FALSE, TRUE.replace("two_is_two", "still_two"), name="second")
    project.pytester.makeini("[pytest]\nclaims_paths = claims/sums/opening.py\n")
    result = project.run("--in-process", "claims")
    assert result.ret == pytest.ExitCode.OK
    assert f"probatum: {NONE} 2 of the claims in claims/sums, wanted all" in result.outlines
