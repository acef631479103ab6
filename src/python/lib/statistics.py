"""statistics: averages and spreads, computed exactly and rounded once."""

import math
from collections import Counter, namedtuple

from _normal_dist import NormalDist, StatisticsError

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
    "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode",
    "pstdev", "pvariance", "quantiles", "stdev", "variance",
]  # fmt: skip


def _ratio(x):
    """A number as numerator and denominator."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _exact_sum(data):
    """The sum as a numerator and a denominator, and the type that results have. Without infinities and NaNs."""
    numerator, denominator = 0, 1
    kind = int
    for x in data:
        n, d = _ratio(x)
        if d == denominator:
            numerator += n
        else:
            common = math.lcm(d, denominator)
            numerator = numerator * (common // denominator) + n * (common // d)
            denominator = common
        if kind is int and type(x) is not bool:
            kind = type(x)
        elif isinstance(x, float):
            kind = float
    return numerator, denominator, kind


def _converted(numerator, denominator, kind):
    if issubclass(kind, int) and numerator % denominator == 0:
        return numerator // denominator
    if issubclass(kind, (int, float)):
        return numerator / denominator
    return kind(numerator) / kind(denominator)


def _not_finite(data):
    """The float sum of data that are not all finite; None if they are."""
    if all(not isinstance(x, float) or math.isfinite(x) for x in data):
        return None
    return math.fsum(data)


def _listed(data, least, message):
    data = list(data)
    if len(data) < least:
        raise StatisticsError(message)
    return data


def mean(data):
    data = _listed(data, 1, "mean requires at least one data point")
    special = _not_finite(data)
    if special is not None:
        return special
    numerator, denominator, kind = _exact_sum(data)
    return _converted(numerator, denominator * len(data), kind)


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    total = math.fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return math.sumprod(data, weights) / total


def geometric_mean(data):
    data = list(data)
    if not data:
        raise StatisticsError("Must have a non-empty dataset")
    if any(x < 0.0 for x in data):
        raise StatisticsError("Negative Inputs Not Allowed")
    return math.exp(math.fsum([math.log(x) for x in data]) / len(data)) if all(data) else 0.0


def harmonic_mean(data, weights=None):
    data = _listed(data, 1, "harmonic_mean requires at least one data point")
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    if any(x < 0 for x in data):
        raise StatisticsError("harmonic mean does not support negative values")
    if any(x == 0 for x in data):
        return 0
    n, d, kind = _exact_sum([weight / x for weight, x in zip(weights, data)])
    numerator, denominator, _ = _exact_sum(weights)
    return _converted(numerator * d, denominator * n, kind)


def median(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    middle = len(data) // 2
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    x = data[len(data) // 2]
    below = sum([item < x for item in data])
    lower = float(x) - float(interval) / 2.0
    return lower + float(interval) * (len(data) / 2 - below) / data.count(x)


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    if len(data) < 2:
        if len(data) == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    if method not in ("inclusive", "exclusive"):
        raise ValueError(f"Unknown method: {method!r}")
    result = []
    for i in range(1, n):
        if method == "inclusive":
            j, delta = divmod(i * (len(data) - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        else:
            j = i * (len(data) + 1) // n
            j = 1 if j < 1 else len(data) - 1 if j > len(data) - 1 else j
            delta = i * (len(data) + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def _squares(data, center=None):
    """The sum of the squared distances to the mean (or a center) as a ratio, with the type of results."""
    numerator, denominator, kind = _exact_sum(data)
    if center is None:
        n, d = numerator, denominator * len(data)
    else:
        n, d = _ratio(center)
    squares, scale = 0, 1
    for x in data:
        a, b = _ratio(x)
        distance, divisor = (a * d - n * b) ** 2, (b * d) ** 2
        common = math.lcm(scale, divisor)
        squares = squares * (common // scale) + distance * (common // divisor)
        scale = common
    return squares, scale, kind


def variance(data, xbar=None):
    data = _listed(data, 2, "variance requires at least two data points")
    squares, scale, kind = _squares(data, xbar)
    return _converted(squares, scale * (len(data) - 1), kind)


def pvariance(data, mu=None):
    data = _listed(data, 1, "pvariance requires at least one data point")
    squares, scale, kind = _squares(data, mu)
    return _converted(squares, scale * len(data), kind)


def stdev(data, xbar=None):
    data = _listed(data, 2, "stdev requires at least two data points")
    squares, scale, _ = _squares(data, xbar)
    return _root(squares, scale * (len(data) - 1))


def pstdev(data, mu=None):
    data = _listed(data, 1, "pstdev requires at least one data point")
    squares, scale, _ = _squares(data, mu)
    return _root(squares, scale * len(data))


def _root(numerator, denominator):
    """The square root of a ratio, rounded once: of 109 bits of it, the last says whether there are more."""
    shift = (numerator.bit_length() - denominator.bit_length() - 109) // 2
    if shift >= 0:
        denominator <<= 2 * shift
    else:
        numerator <<= -2 * shift
    root = math.isqrt(numerator // denominator)
    root |= root * root * denominator != numerator
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


def _two(x, y, name):
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    xbar, ybar = math.fsum(x) / len(x), math.fsum(y) / len(y)
    return [xi - xbar for xi in x], [yi - ybar for yi in y], xbar, ybar


def covariance(x, y, /):
    dx, dy, _, _ = _two(x, y, "covariance")
    return math.sumprod(dx, dy) / (len(x) - 1)


def correlation(x, y, /, *, method="linear"):
    if method not in ("linear", "ranked"):
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        x, y = _ranks(x), _ranks(y)
    dx, dy, _, _ = _two(x, y, "correlation")
    sxy, sxx, syy = math.sumprod(dx, dy), math.sumprod(dx, dx), math.sumprod(dy, dy)
    if not sxx or not syy:
        raise StatisticsError("at least one of the inputs is constant")
    return sxy / math.sqrt(sxx * syy)


def _ranks(data):
    order = sorted(range(len(data)), key=data.__getitem__)
    ranks = [0.0] * len(data)
    at = 0
    while at < len(order):
        end = at
        while end < len(order) and data[order[end]] == data[order[at]]:
            end += 1
        for place in order[at:end]:
            ranks[place] = at + (end - at + 1) / 2 - (len(data) + 1) / 2
        at = end
    return ranks


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    dx, dy, xbar, ybar = _two(x, y, "linear regression")
    if proportional:
        dx, dy = list(x), list(y)
    sxx = math.sumprod(dx, dx)
    if not sxx:
        raise StatisticsError("x is constant")
    slope = (math.sumprod(dx, dy) + 0.0) / sxx
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)
