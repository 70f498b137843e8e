"""What an experiment measured against its limit, in one plain sentence."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from probatum_reports.words.numbers import at_least, at_most, exact, shown
from probatum_reports.words.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from probatum import ledger_entries

FEW = 2  # measurements of one claim that are told one by one
NAMED = 4  # data sets that a sentence names


def sentences(measurements: Sequence[ledger_entries.Measured]) -> str:
    """What was measured, by its worst case: that is the one that the limit is about."""
    told = " ".join(map(_sentence, measurements[:FEW]))
    more = len(measurements) - FEW
    if more <= 0:
        return told
    others = "One more measurement is" if more == 1 else f"{more} more measurements are"
    return f"{told} {others} within the limits too."


def missed(measurements: Sequence[ledger_entries.Measured]) -> str:
    """On how many of the cases the limit is missed, or lies within the interval,
    so that the measurements decide against it.
    """
    told = []
    for each in measurements:
        beyond = [case for case in each["cases"] if case["beyond"]]
        where = f"only {len(beyond)} of {_cases(each)}" if beyond else f"none of {_cases(each)}"
        usual = each["needed"] < len(each["cases"]) and not each["choices"]
        wanted = f", where {each['needed']} are needed" if usual else ""
        told.append(f"{what(each)}: {where} within the limit ({limit_of(each)}){wanted}.")
    return " ".join(told)


def _sentence(measured: ledger_entries.Measured) -> str:
    cases = [case for case in measured["cases"] if case["beyond"]]
    if not cases:
        return f"{what(measured)}: measured."
    upper = measured["relation"] in "<≤"
    worst = (
        max(Decimal(case["high"]) for case in cases)
        if upper
        else min(Decimal(case["low"]) for case in cases)
    )
    where = (
        f"on all {_cases(measured)}"
        if len(cases) == len(measured["cases"])
        else f"on {len(cases)} of {_cases(measured)}"
    )
    if len(measured["cases"]) == 1:
        where = f"on {measured['cases'][0]['case']}"
    return f"{what(measured)}: {_bounded(measured, worst)} {where} (limit: {limit_of(measured)})."


def what(measured: ledger_entries.Measured) -> str:
    """What was measured of what, against what."""
    treatment = listed(measured["treatment"])
    if measured["baseline"]:
        return f"{measured['metric']}, {treatment} against {measured['baseline']}"
    return f"{measured['metric']}, {treatment}"


def _cases(measured: ledger_entries.Measured) -> str:
    noun = "data sets" if len(measured["treatment"]) == 1 else "cases"
    if any(choice["name"] != "data" for choice in measured["choices"]):
        noun = "specifications" if size_of(measured) == 1 else "cases"
    return f"{len(measured['cases'])} {noun}"


def size_of(measured: ledger_entries.Measured) -> int:
    """How many cases one specification has: treatments, on data sets that are no free choice."""
    free_data = any(choice["name"] == "data" for choice in measured["choices"])
    return len(measured["treatment"]) * (1 if free_data else len(measured["data"]))


def is_share(measured: ledger_entries.Measured) -> bool:
    """Whether what is measured is told in per cent: a ratio that is to be small."""
    return measured["effect"] == "ratio" and measured["relation"] in "<≤"


def _bounded(measured: ledger_entries.Measured, worst: Decimal) -> str:
    """The worst value with what it means, rounded towards the limit."""
    upper, effect = measured["relation"] in "<≤", measured["effect"]
    if effect == "difference" and worst < 0 and upper:
        return f"lower by {at_least(-worst)} or more"
    value = (at_most if upper else at_least)(_scaled(effect, worst, upper))
    bound = "or less" if upper else "or more"
    if effect == "ratio":
        return f"{value} % {bound}" if upper else f"{value} times as much {bound}"
    return (
        f"a factor of {value} {bound}"
        if effect == "factor"
        else f"{'higher by ' if effect == 'difference' else ''}{value} {bound}"
    )


def _scaled(effect: str, value: Decimal, upper: bool) -> Decimal:
    """A ratio that is to be small is told in per cent."""
    return 100 * value if effect == "ratio" and upper else value


def limit_of(measured: ledger_entries.Measured) -> str:
    """The limit in the unit of the effect."""
    upper, limit = measured["relation"] in "<≤", exact(measured["limit"])
    if measured["effect"] == "difference":
        limit = abs(limit)
    unit = (
        " %"
        if measured["effect"] == "ratio" and upper
        else " times"
        if measured["effect"] == "ratio"
        else ""
    )
    return f"{shown(_scaled(measured['effect'], limit, upper))}{unit}"
