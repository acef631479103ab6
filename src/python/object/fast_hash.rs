//! Hashing of keys that the machine gives out itself: symbols, addresses. A program has no influence on them, so that a multiplication
//! is enough.

use std::hash::{BuildHasherDefault, Hasher};

/// For maps with such keys.
pub type FastHash = BuildHasherDefault<FastHasher>;

/// Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4).
#[derive(Clone, Copy, Default)]
pub struct FastHasher(u64);

impl FastHasher {
    fn add(&mut self, number: u64) {
        // 2**64 divided by the golden ratio.
        self.0 = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for FastHasher {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.add(u64::from(byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.add(u64::from(number));
    }

    fn write_usize(&mut self, number: usize) {
        self.add(number as u64);
    }

    fn finish(&self) -> u64 {
        // The upper bits of a product are the mixed ones; tables look at the lower ones first.
        self.0.rotate_left(32)
    }
}
