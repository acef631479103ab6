#: averages
from statistics import *

print(mean([1, 2, 3, 4]), mean([1, 2, 3]), mean([0.1] * 3), mean([True, False]), fmean([1, 2, 4]), fmean([3, 4], weights=[1, 3]))
print(median([3, 1, 2]), median([1, 2, 3, 4]), median_low([1, 2, 3, 4]), median_high([1, 2, 3, 4]), median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]))
print(mode([1, 2, 2, 3]), mode(["b", "a", "a", "b"]), multimode("aabbc"), multimode([]))
print(geometric_mean([54, 24, 36]), harmonic_mean([40, 60]), harmonic_mean([40, 60], weights=[5, 30]), harmonic_mean([0, 1]))
print(mean(range(10)), mean(x / 3 for x in range(5)), mean([1e308, 1e308]), mean([float("inf"), 1]), median(["a", "c", "b"]))
#: spreads
from statistics import *

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(stdev(data), pstdev(data), variance(data), pvariance(data), variance([1, 2, 3, 4]), stdev([1, 2, 3, 4, 5]), pvariance([1, 2, 3]))
print(stdev([0.1, 0.2, 0.3]), pstdev([3, 3]), variance([1, 2], xbar=1), stdev([1e9 + i for i in range(5)]), variance([27, 30]))
print(quantiles([1, 2, 3, 4, 5, 6, 7]), quantiles(range(1, 101), n=10), quantiles([1, 2.5, 4], n=4, method="inclusive"), quantiles([5], n=4))
print(covariance([1, 2, 3], [4, 5, 9]), correlation([1, 2, 3, 4], [2, 4, 6, 9]), correlation([1, 2, 3], [3, 1, 2], method="ranked"))
print(linear_regression([1, 2, 3], [2, 4, 6.5]), linear_regression([1, 2], [3, 6], proportional=True).slope)
#: normal distributions
from statistics import NormalDist

d = NormalDist(100, 15)
print(d, d.mean, d.stdev, d.variance, d.cdf(115), d.pdf(100), d.zscore(130), d.inv_cdf(0.975), d.quantiles())
print(NormalDist().inv_cdf(0.001), NormalDist().inv_cdf(0.3), NormalDist().inv_cdf(1e-12), NormalDist.from_samples([1, 2, 3, 4]))
print(d + 5, d * 2, d + NormalDist(10, 8), -d, d - NormalDist(10, 8), d == NormalDist(100, 15), d / 2, 3 - d)
print(round(NormalDist(2.4, 1.6).overlap(NormalDist(3.2, 2.0)), 10), d.samples(2, seed=1))
#: what has no average
import statistics

for call in (
    lambda: statistics.mean([]),
    lambda: statistics.median([]),
    lambda: statistics.mode([]),
    lambda: statistics.stdev([1]),
    lambda: statistics.pvariance([]),
    lambda: statistics.fmean([]),
    lambda: statistics.quantiles([]),
    lambda: statistics.quantiles([1, 2], n=0),
    lambda: statistics.harmonic_mean([-1]),
    lambda: statistics.correlation([1], [2]),
    lambda: statistics.linear_regression([1, 1], [2, 3]),
    lambda: statistics.mean(["a"]),
    lambda: statistics.NormalDist(0, -1),
    lambda: statistics.NormalDist().inv_cdf(1),
):
    try:
        print(call())
    except Exception as error:
        print(type(error), error)
