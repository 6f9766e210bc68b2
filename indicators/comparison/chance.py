"""Whether two figures differ by more than the chance of small numbers."""

from __future__ import annotations

import math

SIGNIFICANCE = 0.05
_EXACT_BELOW = 5.0


def shares_differ(cases_a: float, base_a: float, cases_b: float, base_b: float) -> float:
    """p-value that two shares differ by chance alone, two-sided.

    Test of two proportions with the pooled share p = (a + b) / (n + m):

        z = (a/n - b/m) / √(p (1 - p) (1/n + 1/m))

    Where one of the four expected cells is below 5, Fisher's exact test instead. NaN where there is
    no share (a base of 0, more cases than base).

    30 of 100 against 20 of 100: p = 0.25, z = 0.1 / √(0.1875 · 0.02) = 1.633, p-value 0.1025.

    >>> round(shares_differ(30, 100, 20, 100), 4)
    0.1025
    >>> round(shares_differ(3, 4, 0, 4), 4)  # 2 · (4 · 1) / C(8, 3) with 3 cases among 8
    0.1429
    """
    if not (0 <= cases_a <= base_a and 0 <= cases_b <= base_b and base_a > 0 and base_b > 0):
        return math.nan
    total, pooled = base_a + base_b, (cases_a + cases_b) / (base_a + base_b)
    if pooled in (0.0, 1.0):
        return 1.0
    expected = min(base_a, base_b) * min(pooled, 1 - pooled)
    if expected < _EXACT_BELOW:
        return _fisher(*(round(number) for number in (cases_a, base_a, cases_b, base_b)))
    spread = math.sqrt(pooled * (1 - pooled) * total / (base_a * base_b))
    z = abs(cases_a / base_a - cases_b / base_b) / spread
    return math.erfc(z / math.sqrt(2))


def rates_differ(cases_a: float, base_a: float, cases_b: float, base_b: float) -> float:
    """p-value that two rates differ by chance alone, two-sided, exact.

    Given that a + b cases happened in all, the first count of two equal Poisson rates is binomial
    with share n / (n + m); the p-value is twice the smaller tail, at most 1. Source: Przyborowski
    and Wilenski (1940). NaN where a base is not positive or a count is negative.

    9 against 1 case on equal bases: 2 · (1 + 10) / 2¹⁰ = 0.0215.

    >>> round(rates_differ(9, 500, 1, 500), 4)
    0.0215
    """
    from scipy.special import betainc

    if not (cases_a >= 0 and cases_b >= 0 and base_a > 0 and base_b > 0):
        return math.nan
    total, share = cases_a + cases_b, base_a / (base_a + base_b)
    # The tails of the binomial distribution, also for the fractions of estimated counts.
    below = 1.0 if cases_b == 0 else float(betainc(total - cases_a, cases_a + 1, 1 - share))
    above = 1.0 if cases_a == 0 else float(betainc(cases_a, total - cases_a + 1, share))
    return min(1.0, 2 * min(below, above))


def _fisher(cases_a: int, base_a: int, cases_b: int, base_b: int) -> float:
    """Fisher's exact test with twice the smaller tail of the hypergeometric distribution."""
    if 2 * (cases_a + cases_b) > base_a + base_b:
        cases_a, cases_b = base_a - cases_a, base_b - cases_b
    cases, ways = cases_a + cases_b, math.comb(base_a + base_b, cases_a + cases_b)

    def chance(a: int) -> float:
        return math.comb(base_a, a) * math.comb(base_b, cases - a) / ways

    below = sum(chance(a) for a in range(max(0, cases - base_b), cases_a + 1))
    above = sum(chance(a) for a in range(cases_a, min(base_a, cases) + 1))
    return min(1.0, 2 * min(below, above))
