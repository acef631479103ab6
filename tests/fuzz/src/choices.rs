//! The stream of choices a program is made of: pseudo-random numbers from a seed, the same on every machine.

/// SplitMix64 (Steele, Lea, Flood 2014): one word of state, any seed is a good one.
pub struct Choices {
    state: u64,
}

impl Choices {
    pub fn new(seed: u64) -> Choices {
        Choices { state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but not including `bound`, which is above 0.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// True in `percent` of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the options, which are not empty.
    pub fn pick<T: Copy>(&mut self, options: &[T]) -> T {
        options[self.below(options.len())]
    }

    /// One of the options, each as often as its weight says. The weights' sum is above 0.
    pub fn weighted<T: Copy>(&mut self, options: &[(usize, T)]) -> T {
        let mut rest = self.below(options.iter().map(|(weight, _)| weight).sum());
        for (weight, option) in options {
            match rest.checked_sub(*weight) {
                Some(left) => rest = left,
                None => return *option,
            }
        }
        unreachable!("the number drawn is below the sum of the weights")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_that_of_the_paper() {
        let mut choices = Choices::new(1_234_567);
        assert_eq!(choices.next(), 6_457_827_717_110_365_317);
        assert_eq!(choices.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn options_of_weight_zero_are_never_taken() {
        let mut choices = Choices::new(7);
        assert!((0..1000).all(|_| choices.weighted(&[(0, 'a'), (3, 'b'), (0, 'c')]) == 'b'));
    }
}
