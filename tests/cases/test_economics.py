"""The arithmetic against figures worked out by hand."""

from decimal import Decimal

import pytest

from cases.economics import (
    LAST_YEAR,
    NET_TAX_FACTOR,
    Line,
    Realised,
    Risk,
    difference,
    discount_factor,
    discounted,
    expected_loss,
    net_present_value,
    payback,
    realised_against_planned,
    result,
    risk_adjusted,
    whole,
    yearly_net,
)

D = Decimal
LINES = [
    Line(0, D(-120), D(-100), D(-80), kind="investering"),
    Line(1, D(30), D(40), D(50), kind="gevinst"),
    Line(2, D(60), D(80), D(100), kind="gevinst"),
    Line(2, D(-12), D(-10), D(-8), kind="drift"),
    Line(1, D(5), D(10), D(20), kind="gevinst", account="samfund"),
]


def test_scenario_1_minus_scenario_0():
    assert difference({0: D(-100), 2: D(-20)}, {1: D(-50), 2: D(-60)}) == (D(-100), D(50), D(40))


def test_no_scenario_is_no_difference():
    assert difference({}, {}) == ()


def test_the_municipality_counts_its_own_lines_only():
    assert yearly_net(LINES, 2) == (D(-100), D(40), D(70))


def test_low_and_high():
    assert yearly_net(LINES, 2, "low") == (D(-120), D(30), D(48))
    assert yearly_net(LINES, 2, "high") == (D(-80), D(50), D(92))


def test_society_feels_the_municipalitys_money_at_market_prices_and_its_own():
    # minus 100 × 1,28; 40 × 1,28 + 10; 70 × 1,28
    assert yearly_net(LINES, 2, account="samfund") == (D("-128.00"), D("61.20"), D("89.60"))
    assert D("1.28") == NET_TAX_FACTOR


def test_years_without_lines_are_zero_and_lines_beyond_the_horizon_are_left_out():
    assert yearly_net(LINES, 4) == (D(-100), D(40), D(70), D(0), D(0))
    assert yearly_net(LINES, 1) == (D(-100), D(40))
    assert yearly_net([], 2) == (D(0), D(0), D(0))


@pytest.mark.parametrize("horizon", [-1, LAST_YEAR + 1])
def test_a_horizon_outside_the_method_is_refused(horizon):
    with pytest.raises(ValueError, match="0–35"):
        yearly_net(LINES, horizon)


def test_year_0_is_not_discounted_and_year_1_is_by_the_rate():
    assert discount_factor(0, D("0.035")) == 1
    assert discount_factor(1, D("0.035")).quantize(D("0.000001")) == D("0.966184")
    # 1,035³⁵ = 3,333590…
    assert discount_factor(35, D("0.035")).quantize(D("0.0001")) == D("0.3000")


def test_present_value_at_ten_per_cent():
    # minus 100 + 55 / 1,1 + 121 / 1,21 = minus 100 + 50 + 100
    assert discounted([D(-100), D(55), D(121)], D("0.10")) == (D(-100), D(50), D(100))
    assert net_present_value([D(-100), D(55), D(121)], D("0.10")) == D(50)


def test_present_value_of_the_example_at_three_and_a_half_per_cent():
    # minus 100 + 40 / 1,035 + 70 / 1,071225 = minus 100 + 38,6473 + 65,3457
    value = net_present_value([D(-100), D(40), D(70)])
    assert value.quantize(D("0.01")) == D("3.99")


def test_a_rate_of_nothing_changes_nothing():
    assert net_present_value([D(-100), D(40), D(70)], D(0)) == D(10)


@pytest.mark.parametrize(
    ("series", "years"),
    [
        ([-100, 40, 80], D("1.75")),  # 60 are missing after year 1: 60 / 80
        ([-100, 50, 50], D(2)),
        ([-100, 200], D("0.5")),
        ([-100, 40, 30], None),  # never back
        ([-100], None),
        ([0, 10], D(0)),  # nothing was ever out
        ([], D(0)),
        # Back after year 1, out again in year 2 by a new investment, back for good in year 3.
        ([-100, 120, -60, 80], D("2.5")),
    ],
)
def test_simple_payback(series, years):
    assert payback([D(amount) for amount in series]) == years


def test_discounted_payback_is_later_than_simple():
    # 100 out; 55 a year at 10 %: 50 + 45,45… + 41,32…; 4,5454… are missing after year 2.
    lines = [Line(0, D(-100), D(-100), D(-100)), *(Line(y, D(55), D(55), D(55)) for y in (1, 2, 3))]
    seen = result(lines, 3, rate=D("0.10"))
    assert seen.payback.quantize(D("0.01")) == D("1.82")
    assert seen.discounted_payback.quantize(D("0.01")) == D("2.11")


def test_a_result_holds_together():
    seen = result(LINES, 2)
    assert seen.investment == D(-100)
    assert seen.cumulative == (D(-100), D(-60), D(10))
    assert seen.total == D(10)
    assert seen.npv.quantize(D("0.01")) == D("3.99")
    assert seen.payback.quantize(D("0.01")) == D("1.86")  # 60 / 70


def test_low_expected_and_high_stand_in_order():
    values = [result(LINES, 2, estimate=name).npv for name in ("low", "expected", "high")]
    assert values == sorted(values)
    assert len(set(values)) == 3


def test_risks_cost_probability_times_amount_whichever_sign():
    risks = [Risk(D("0.25"), D(40_000)), Risk(D("0.10"), D(-20_000))]
    assert expected_loss(risks) == D(12_000)
    assert risk_adjusted(D(50_000), risks) == D(38_000)
    assert risk_adjusted(D(50_000), []) == D(50_000)


def test_realised_against_planned():
    rows = realised_against_planned((D(-100), D(40)), {1: D(55), 0: D(-110), 2: D(5)})
    assert rows == [
        Realised(0, D(-100), D(-110)),
        Realised(1, D(40), D(55)),
        Realised(2, D(0), D(5)),
    ]
    assert [row.deviation for row in rows] == [D(-10), D(15), D(5)]


def test_whole_kroner_round_halves_away_from_zero():
    assert whole(D("2.5")) == D(3)
    assert whole(D("-2.5")) == D(-3)
