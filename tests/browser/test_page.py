"""The page as a reader uses it: with keys, with filters, without script, on a narrow screen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.driver import Browser

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Cards far from the window are not laid out before a reader comes near: here all are, as after a walk through the page.
OPEN_ALL = """
  document.querySelectorAll('details').forEach((each) => { each.open = true; });
  document.querySelectorAll('.card, .outline ol').forEach((each) => { each.style.contentVisibility = 'visible'; });
"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def focused(browser: Browser) -> str:
    found: str = browser("ask", code="document.activeElement.id")
    return found


def test_no_request_leaves_the_page_and_the_policy_is_kept(browser: Browser) -> None:
    browser("ask", code=OPEN_ALL)
    browser("press", key="?")
    asked = [url for url in browser("requests") if not url.startswith("data:")]
    assert asked == [browser.url]
    assert browser("problems") == []


def test_the_policy_would_be_seen_broken(browser: Browser) -> None:
    browser(
        "ask", code="document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p><img src=\"https://example.org/x.png\">')"
    )
    assert any("Content Security Policy" in problem for problem in browser("problems"))


@pytest.mark.parametrize("options", [{}, {"dark": True}, {"width": 320}, {"print": True}], ids=["light", "dark", "narrow", "print"])
def test_axe_finds_nothing(browser: Browser, options: dict[str, Any]) -> None:
    browser.open(**options)
    browser("ask", code=OPEN_ALL)
    # Nobody touches paper: how large targets are is all that WCAG 2.2 adds.
    tags = [tag for tag in WCAG if tag != "wcag22aa" or "print" not in options]
    assert browser("axe", tags=tags) == []


def test_axe_would_find_something(browser: Browser) -> None:
    browser("ask", code="document.querySelector('#find\\\\:words').labels[0].remove()")
    assert "label" in [each["id"] for each in browser("axe", tags=WCAG)]


# 640: a window of 1280 at 200 %.
@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_nothing_overflows(browser: Browser, width: int) -> None:
    browser.open(width=width)
    browser("ask", code=OPEN_ALL)
    assert browser("ask", code=OVERFLOW) <= 0


def test_a_filter_keeps_what_fits_and_counts_it(browser: Browser) -> None:
    assert browser("text", selector=".find [role=status]") == "12 of 12 claims"
    browser("choose", selector="#find\\:verdict", value="refuted")
    assert browser("text", selector=".find [role=status]") == "1 of 12 claims, 1 strict reading"
    assert browser("count", selector=".card") == 2  # the other bears the strict reading that is refuted
    assert browser("count", selector=".strict") == 1
    assert browser("ask", code="new URL(location).searchParams.get('verdict')") == "refuted"
    options = browser("ask", code="[...document.querySelector('#find\\\\:section').options].map((each) => each.textContent)")
    assert sum(int(option.rpartition("(")[2].rstrip(")")) for option in options[1:]) == 1
    browser("click", selector=".find .clear")
    assert browser("count", selector=".card") == 12
    assert browser("ask", code="location.search") == ""


def test_search_and_filters_come_from_the_address(browser: Browser) -> None:
    browser.open("?q=RATE%20converges&verdict=conditional")
    assert browser("count", selector=".card") == 1
    assert browser("ask", code="document.querySelector('#find\\\\:words').value") == "RATE converges"
    assert browser.arrives(".find")
    browser.open("?verdict=nonsense&q=%3Cscript%3E")
    assert browser("text", selector=".find [role=status]") == "0 of 12 claims: no claim matches"
    assert browser("problems") == []


def test_a_link_to_a_claim_that_is_filtered_out_shows_it(browser: Browser) -> None:
    browser.open("?verdict=refuted#bowl-eigenvalues")
    assert browser("count", selector="#bowl-eigenvalues") == 1
    browser("choose", selector="#find\\:verdict", value="refuted")
    browser("click", selector="a.cite[href='#bowl-eigenvalues']")
    assert browser("count", selector="#bowl-eigenvalues") == 1


def test_the_address_of_a_late_claim_lands_on_its_card(browser: Browser) -> None:
    late = browser("ask", code="[...document.querySelectorAll('.card')].at(-3).id")
    browser.open(f"#{late}")
    assert browser.arrives(".card:target")


def test_keys_search_and_walk(browser: Browser) -> None:
    browser("press", key="/")
    assert focused(browser) == "find:words"
    browser("type", text="jk/?")
    assert browser("ask", code="document.activeElement.value") == "jk/?"
    browser("press", key="Escape")
    browser("press", key="Escape")
    browser("press", key="j")
    first = focused(browser)
    browser("press", key="j")
    second = focused(browser)
    browser("press", key="k")
    assert focused(browser) == first != second


def test_the_list_of_keys_opens_and_turns_them_off(browser: Browser) -> None:
    browser("press", key="?")
    assert browser("count", selector="dialog") == 1
    browser("click", selector="dialog input")
    browser("press", key="Escape")
    assert browser("count", selector="dialog") == 0
    browser("press", key="/")
    assert focused(browser) != "find:words"


NOW = "[...document.querySelectorAll('.regimes li')].map((each) => each.querySelector('.now').textContent)"


def steps(browser: Browser) -> str:
    return str(browser("text", selector=".steps")).removesuffix(" a hundred times closer").removesuffix(" to get")


def slide(browser: Browser, name: str, value: float) -> None:
    """Have a slider stand at a value, as a reader's pointer does."""
    field = f"document.getElementById('live:{name}')"
    browser("ask", code=f"{field}.value = {value}; {field}.dispatchEvent(new Event('input', {{ bubbles: true }}))")


def test_a_rounder_valley_takes_fewer_steps(browser: Browser) -> None:
    counted = [steps(browser)]
    for condition in (10, 5, 2, 1):
        slide(browser, "conditioning", condition)
        counted.append(steps(browser))
    assert counted == ["58 steps", "23 steps", "12 steps", "5 steps", "1 step"]
    browser("click", selector=".again")
    assert steps(browser) == "59 steps"
    browser("click", selector=".rescaled")
    assert steps(browser) == "1 step"


def test_the_marks_of_the_learning_rate_say_what_they_mean(browser: Browser) -> None:
    marks = [browser("text", selector=f"[data-shown={name}]") for name in ("overshoots", "fewest", "never")]
    assert marks == ["0.02", "1/26", "0.04"]
    slide(browser, "conditioning", 1)
    assert browser("text", selector="[data-shown=never]") == "1"


def test_the_slider_moves_the_regime_and_the_steps(browser: Browser) -> None:
    browser("click", selector=".again")
    assert browser("ask", code=NOW) == ["x₁: 0.07", "x₂: 1.75", ""]
    browser("focus", selector="#live\\:rate")
    browser("press", key="End")
    assert steps(browser) == "never gets"
    assert browser("ask", code=NOW)[2].startswith("x₂: 2.4")
    browser("press", key="Home")
    assert browser("ask", code=NOW)[0].startswith("x₁: 0, x₂: 0")


def test_at_a_mark_descent_does_what_lies_between_its_neighbours(browser: Browser) -> None:
    slide(browser, "rate", 0.0401)
    assert browser("text", selector="[data-shown=exactly]") == "x₂: exactly 2, as far away after every step, on the other side."
    assert browser("ask", code=NOW) == ["x₁: 0.08", "", ""]
    assert steps(browser) == "never gets"
    slide(browser, "rate", 0.0199)
    assert browser("text", selector="[data-shown=exactly]") == "x₂: exactly 1, at the minimum after one step."


def test_conditioning_and_start_change_the_path(browser: Browser) -> None:
    path = "document.querySelector('.plane .path').getAttribute('d')"
    before = browser("ask", code=path)
    browser("focus", selector="#live\\:conditioning")
    browser("press", key="Home")
    assert browser("text", selector="[data-shown=conditioning]") == "1"
    round_path = browser("ask", code=path)
    assert round_path != before
    browser("drag", selector=".plane .grip", x=0.1, y=0.5)
    assert browser("text", selector="[data-shown=x1]") != "0.5"
    assert browser("ask", code=path) != round_path


def test_only_the_handle_keeps_a_finger_from_scrolling(browser: Browser) -> None:
    action = "getComputedStyle(document.querySelector('{}')).touchAction"
    assert browser("ask", code=action.format(".plane")) == "pan-y"
    assert browser("ask", code=action.format(".plane .grip")) == "none"
    place = "document.querySelector('[data-shown=x1]').textContent"
    before = browser("ask", code=place)
    browser("drag", selector=".plane", x=0.25, y=0.9)
    assert browser("ask", code=place) == before


def test_a_start_at_the_minimum_needs_no_step(browser: Browser) -> None:
    slide(browser, "x1", 0)
    slide(browser, "x2", 0)
    assert steps(browser) == "0 steps"
    assert browser("problems") == []


def test_without_script_all_is_there_and_nothing_is_dead(browser: Browser) -> None:
    browser.open(script=False)
    assert browser("count", selector=".card") == 12
    assert browser("count", selector=".still > svg") == 1
    assert browser("count", selector=".find") == 0
    assert browser("count", selector="main :is(input, select, button:not([popovertarget]))") == 0


def test_the_page_prints_with_its_folds_open_and_its_controls_away(browser: Browser) -> None:
    browser.open(print=True)
    assert browser("count", selector=".card pre.code") == 13
    assert browser("count", selector=".find") == 0


def test_a_count_of_the_tally_filters_and_a_term_explains_itself_by_keyboard(browser: Browser) -> None:
    browser("click", selector="a.count[href*='said=strict'][href*='refuted']")
    assert browser("text", selector=".find [role=status]") == "0 of 12 claims, 1 strict reading"
    assert browser("count", selector=".strict") == 1
    browser("click", selector=".find .clear")
    assert browser("count", selector="#t\\:proved") == 0
    browser("focus", selector="#bowl-eigenvalues > .judgement [popovertarget='t:proved']")
    browser("press", key="Enter")
    assert browser("count", selector="#t\\:proved") == 1
    browser("press", key="Escape")
    assert browser("count", selector="#t\\:proved") == 0


def test_the_outline_follows_the_reader(browser: Browser) -> None:
    browser("ask", code="document.querySelectorAll('.group')[3].scrollIntoView()")
    current = "document.querySelector('.outline [aria-current=location]')?.hash"
    assert browser("until", code=f"{current}?.startsWith('#of:answer.')")


def test_what_a_fold_says_and_the_address_of_its_card_do_not_overlap(browser: Browser) -> None:
    box = "document.querySelector('#gradient-misses-minimum > {}').getBoundingClientRect().toJSON()"
    fold, address = (browser("ask", code=box.format(part)) for part in ("details > summary > b", ".at"))
    assert fold["bottom"] <= address["top"] + 1
