"""The arithmetic of a business case. Pure functions; amounts are Decimal kroner at fixed prices.

Method: Finansministeriet, Vejledning i samfundsøkonomiske konsekvensvurderinger (2023), and
Digitaliseringsstyrelsens business case-model. Every amount is the difference between scenario 1
(we do it) and scenario 0 (we go on as today): costs are negative, gains positive. Year 0 is not
discounted. Volunteers' hours are never turned into money.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate

ESTIMATES = ("low", "expected", "high")
MUNICIPALITY, SOCIETY = "kommunekasse", "samfund"
INVESTMENT = "investering"
#: What a krone of public money is worth to society: it was raised by taxes on consumption.
NET_TAX_FACTOR = Decimal("1.28")
DEFAULT_RATE = Decimal("0.035")
LAST_YEAR = 35
ZERO = Decimal(0)

Series = tuple[Decimal, ...]


@dataclass(frozen=True)
class Line:
    """One amount in one year, as least, expected and most. `account` says who feels it."""

    year: int
    low: Decimal
    expected: Decimal
    high: Decimal
    kind: str = "drift"
    account: str = MUNICIPALITY


@dataclass(frozen=True)
class Risk:
    """What may go wrong: its probability (0–1), and what it would cost (a positive amount)."""

    probability: Decimal
    amount: Decimal


@dataclass(frozen=True)
class Result:
    """One view of a business case, by one estimate. Amounts in kroner, paybacks in years.

    `yearly` is the net of each year from year 0; `payback` and `discounted_payback` are None where
    the money never comes back within the horizon.
    """

    investment: Decimal
    yearly: Series
    cumulative: Series
    total: Decimal
    npv: Decimal
    payback: Decimal | None
    discounted_payback: Decimal | None


def difference(scenario_1: Mapping[int, Decimal], scenario_0: Mapping[int, Decimal]) -> Series:
    """Return scenario 1 minus scenario 0, year by year from year 0 to the last that either has."""
    last = max([*scenario_1, *scenario_0], default=-1)
    return tuple(
        scenario_1.get(year, ZERO) - scenario_0.get(year, ZERO) for year in range(last + 1)
    )


def yearly_net(
    lines: Iterable[Line], horizon: int, estimate: str = "expected", account: str = MUNICIPALITY
) -> Series:
    """Return the net of each year 0 … `horizon` for whoever holds `account`.

    The municipality's own lines count in its account. Society feels them too, valued at market
    prices by the net tax factor, together with what only society feels. Lines beyond the horizon
    are left out.
    """
    if not 0 <= horizon <= LAST_YEAR:
        raise ValueError(f"The horizon must be 0–{LAST_YEAR} years, not {horizon}")
    years = [ZERO] * (horizon + 1)
    for line in lines:
        if line.year > horizon:
            continue
        amount = Decimal(getattr(line, estimate))
        if account == SOCIETY and line.account == MUNICIPALITY:
            years[line.year] += amount * NET_TAX_FACTOR
        elif account == line.account:
            years[line.year] += amount
    return tuple(years)


def discount_factor(year: int, rate: Decimal = DEFAULT_RATE) -> Decimal:
    """Return what a krone in `year` is worth in year 0."""
    return 1 / (1 + rate) ** year


def discounted(series: Sequence[Decimal], rate: Decimal = DEFAULT_RATE) -> Series:
    """Return each year's amount as it is worth in year 0."""
    return tuple(amount * discount_factor(year, rate) for year, amount in enumerate(series))


def net_present_value(series: Sequence[Decimal], rate: Decimal = DEFAULT_RATE) -> Decimal:
    """Return the sum of all years as they are worth in year 0."""
    return sum(discounted(series, rate), ZERO)


def payback(series: Sequence[Decimal]) -> Decimal | None:
    """Return after how many years the cumulated sum is back at zero for good, or None.

    Within a year the money is taken to come evenly: 100 out, then 40 and 80 in, is back after 1.75
    years. A series that is never below zero is back at once.
    """
    sums = list(accumulate(series))
    below = [year for year, amount in enumerate(sums) if amount < 0]
    if not below:
        return ZERO
    last = below[-1]
    if last + 1 >= len(sums):
        return None
    return last + (-sums[last] / series[last + 1])


def result(
    lines: Sequence[Line],
    horizon: int,
    *,
    estimate: str = "expected",
    account: str = MUNICIPALITY,
    rate: Decimal = DEFAULT_RATE,
) -> Result:
    """Return one account's view of the business case by one of the three estimates."""
    yearly = yearly_net(lines, horizon, estimate, account)
    invested = [line for line in lines if line.kind == INVESTMENT]
    return Result(
        investment=sum(yearly_net(invested, horizon, estimate, account), ZERO),
        yearly=yearly,
        cumulative=tuple(accumulate(yearly)),
        total=sum(yearly, ZERO),
        npv=net_present_value(yearly, rate),
        payback=payback(yearly),
        discounted_payback=payback(discounted(yearly, rate)),
    )


def expected_loss(risks: Iterable[Risk]) -> Decimal:
    """Return what the risks cost on average: probability times amount, added up. Never negative;
    an amount is a cost whichever sign it was written with."""
    return sum((risk.probability * abs(risk.amount) for risk in risks), ZERO)


def risk_adjusted(amount: Decimal, risks: Iterable[Risk]) -> Decimal:
    """Return `amount` less what the risks cost on average."""
    return amount - expected_loss(risks)


@dataclass(frozen=True)
class Realised:
    """A year as planned and as it went; `deviation` is realised minus planned."""

    year: int
    planned: Decimal
    realised: Decimal

    @property
    def deviation(self) -> Decimal:
        return self.realised - self.planned


def realised_against_planned(
    planned: Sequence[Decimal], actuals: Mapping[int, Decimal]
) -> list[Realised]:
    """Return the years that have an actual figure, each beside its plan (0 beyond the plan)."""
    return [
        Realised(year, planned[year] if year < len(planned) else ZERO, actuals[year])
        for year in sorted(actuals)
    ]


def whole(amount: Decimal) -> Decimal:
    """Return `amount` in whole kroner, halves away from zero."""
    return amount.quantize(Decimal(1), ROUND_HALF_UP)
