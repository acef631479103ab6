//! `hash()` of builtin values, as CPython computes it with `PYTHONHASHSEED=0`.

use std::hash::Hasher;
use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;
use siphasher::sip::SipHasher13;

use super::complex::Complex;
use super::fault::{Hook, MAX_DEPTH, native};
use super::function::{BoundMethod, NativeFunction};
use super::heap::{Obj, Range, Ref};
use super::str::Str;
use super::value::Value;

pub use super::fault::Fault;

/// Hashes of numbers are residues of this prime, 2**61 - 1 (`_PyHASH_MODULUS`, Include/cpython/pyhash.h).
const MODULUS: u64 = (1 << 61) - 1;
const NONE_HASH: i64 = 0xfca8_6420;
const INFINITY_HASH: i64 = 314_159;

/// The hash of a value whose class has no `__hash__` written in Python.
pub fn native_hash(value: &Value) -> Result<i64, Fault> {
    hash_at(value, 0)
}

fn hash_at(value: &Value, depth: u32) -> Result<i64, Fault> {
    let object = match value {
        Value::Unset | Value::NotImplemented => return Ok(0),
        Value::None => return Ok(NONE_HASH),
        Value::Ellipsis => return Ok(1),
        Value::Bool(value) => return Ok(i64::from(*value)),
        Value::Int(number) => return Ok(hash_int(*number)),
        Value::Float(number) => return Ok(hash_float(*number)),
        Value::Obj(object) => object,
    };
    match &**object {
        Obj::Str(string) => Ok(hash_str(string)),
        Obj::BigInt(number) => Ok(hash_bigint(number)),
        Obj::Complex(number) => Ok(hash_complex(*number)),
        Obj::Tuple(items) => hash_tuple(items, depth),
        Obj::Bytes(bytes) => Ok(hash_bytes(bytes)),
        Obj::FrozenSet(set) => Ok(hash_frozenset(set.table.borrow().hashes())),
        Obj::Range(range) => Ok(hash_range(*range)),
        Obj::Slice(parts) => Ok(finish_tuple(hash_items(&parts[..], depth)?)),
        Obj::List(_) | Obj::Dict(_) | Obj::Set(_) | Obj::ByteArray(_) | Obj::DictView { .. } => Err(Fault::Unhashable),
        Obj::Method(method) => Ok(hash_method(method)),
        Obj::NativeFunction(function) => Ok(hash_native_function(function)),
        Obj::Instance(instance) => {
            native(value, Hook::Hash)?;
            if instance.payload.is_unset() { Ok(identity(object)) } else { hash_at(&instance.payload, depth + 1) }
        }
        Obj::Exception(_) | Obj::Extension(_) | Obj::Future(_) => native(value, Hook::Hash).map(|_| identity(object)),
        _ => Ok(identity(object)),
    }
}

/// -1 stands for an error in CPython, so that no hash is -1.
fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

fn identity(object: &Ref) -> i64 {
    i64::from(object.id())
}

pub fn hash_int(number: i64) -> i64 {
    let size = number.unsigned_abs();
    // Nearly always: and a division of 64 bits by a constant is slow in WebAssembly.
    let residue = (if size < MODULUS { size } else { size % MODULUS }) as i64;
    not_minus_one(if number < 0 { -residue } else { residue })
}

fn hash_bigint(number: &BigInt) -> i64 {
    let residue = (number.magnitude() % MODULUS).to_i64().expect("a residue of 2**61 - 1 fits");
    not_minus_one(if number.sign() == Sign::Minus { -residue } else { residue })
}

/// `complex_hash` (Objects/complexobject.c): that of a float where there is no imaginary part.
fn hash_complex(number: Complex) -> i64 {
    const IMAGINARY: i64 = 1_000_003;
    not_minus_one(hash_float(number.re).wrapping_add(hash_float(number.im).wrapping_mul(IMAGINARY)))
}

/// `_Py_HashDouble` (Python/pyhash.c): the residue of the float's exact value.
pub fn hash_float(number: f64) -> i64 {
    if number.is_nan() {
        return 0;
    }
    if number.is_infinite() {
        return if number > 0.0 { INFINITY_HASH } else { -INFINITY_HASH };
    }
    if number == 0.0 {
        return 0;
    }
    let bits = number.to_bits();
    let biased = ((bits >> 52) & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = if biased == 0 { (fraction, -1074) } else { (fraction | 1 << 52, biased - 1075) };
    // Multiplying by 2**exponent is a rotation of the 61 bits.
    let turn = exponent.rem_euclid(61) as u32;
    let residue = if turn == 0 { mantissa } else { ((mantissa << turn) & MODULUS) | (mantissa >> (61 - turn)) };
    let residue = (residue % MODULUS) as i64;
    not_minus_one(if number < 0.0 { -residue } else { residue })
}

pub fn hash_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = SipHasher13::new_with_keys(0, 0);
    hasher.write(bytes);
    not_minus_one(hasher.finish() as i64)
}

pub fn hash_str(string: &Str) -> i64 {
    string.hash_with(hash_text)
}

/// CPython hashes the characters as it stores them: 1, 2 or 4 bytes each, after the widest (PEP 393).
fn hash_text(text: &str) -> i64 {
    let widest = text.chars().max().unwrap_or('\0') as u32;
    match widest {
        0..0x80 => hash_bytes(text.as_bytes()),
        0x80..0x100 => hash_bytes(&text.chars().map(|c| c as u8).collect::<Vec<u8>>()),
        0x100..0x1_0000 => hash_bytes(&text.chars().flat_map(|c| (c as u16).to_le_bytes()).collect::<Vec<u8>>()),
        _ => hash_bytes(&text.chars().flat_map(|c| (c as u32).to_le_bytes()).collect::<Vec<u8>>()),
    }
}

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

/// `tuple_hash` (Objects/tupleobject.c), a simplified xxHash.
fn hash_tuple(items: &[Value], depth: u32) -> Result<i64, Fault> {
    Ok(finish_tuple_of(items.len(), hash_items(items, depth)?))
}

fn hash_items(items: &[Value], depth: u32) -> Result<u64, Fault> {
    if depth >= MAX_DEPTH {
        return Err(Fault::TooDeep);
    }
    items.iter().try_fold(PRIME_5, |sum, item| Ok(add_lane(sum, hash_at(item, depth + 1)?)))
}

fn add_lane(sum: u64, hash: i64) -> u64 {
    sum.wrapping_add((hash as u64).wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1)
}

/// The hash of a tuple whose items have these hashes.
pub fn hash_of_tuple(hashes: &[i64]) -> i64 {
    finish_tuple_of(hashes.len(), hashes.iter().fold(PRIME_5, |sum, &hash| add_lane(sum, hash)))
}

fn finish_tuple_of(len: usize, sum: u64) -> i64 {
    finish_tuple(sum.wrapping_add(len as u64 ^ (PRIME_5 ^ 3_527_539)))
}

fn finish_tuple(sum: u64) -> i64 {
    if sum == u64::MAX { 1_546_275_796 } else { sum as i64 }
}

/// `frozenset_hash` (Objects/setobject.c): independent of the order.
fn hash_frozenset(hashes: impl Iterator<Item = i64>) -> i64 {
    let mut sum = 0u64;
    let mut len = 0u64;
    for hash in hashes {
        let hash = hash as u64;
        sum ^= ((hash ^ 89_869_747) ^ (hash << 16)).wrapping_mul(3_644_798_167);
        len += 1;
    }
    sum ^= (len + 1).wrapping_mul(1_927_868_237);
    sum ^= (sum >> 11) ^ (sum >> 25);
    sum = sum.wrapping_mul(69_069).wrapping_add(907_133_923);
    if sum == u64::MAX { 590_923_713 } else { sum as i64 }
}

/// `range_hash` (Objects/rangeobject.c): equal ranges have equal hashes, whatever their ends.
fn hash_range(range: Range) -> i64 {
    let len = range.len();
    let start = if len == 0 { Value::None } else { Value::Int(range.start) };
    let step = if len <= 1 { Value::None } else { Value::Int(range.step) };
    hash_tuple(&[Value::Int(len as i64), start, step], 0).expect("ints have a hash")
}

fn hash_method(method: &BoundMethod) -> i64 {
    not_minus_one(identity_of(&method.receiver) ^ identity_of(&method.function))
}

fn hash_native_function(function: &NativeFunction) -> i64 {
    // The name decides where CPython takes the address of the function.
    let name = function.native.name.value();
    let name = native_hash(&name).expect("a string has a hash");
    not_minus_one(name ^ identity_of(&function.receiver))
}

fn identity_of(value: &Value) -> i64 {
    value.as_ref().map_or(0, identity)
}

/// Whether two native functions are the same one bound to the same object.
pub(super) fn same_native_function(a: &NativeFunction, b: &NativeFunction) -> bool {
    Rc::ptr_eq(&a.native, &b.native) && a.receiver.is(&b.receiver)
}

impl Range {
    /// Number of items.
    pub fn len(self) -> u64 {
        let (low, high, step) = if self.step > 0 { (self.start, self.stop, self.step) } else { (self.stop, self.start, self.step) };
        if low >= high { 0 } else { (high.wrapping_sub(low) as u64 - 1) / step.unsigned_abs() + 1 }
    }

    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The item at `index`, which must be less than the length.
    pub fn at(self, index: u64) -> i64 {
        self.start.wrapping_add(self.step.wrapping_mul(index as i64))
    }

    /// Where `number` is in the range.
    pub fn position(self, number: i64) -> Option<u64> {
        let offset = i128::from(number) - i128::from(self.start);
        let index = offset / i128::from(self.step);
        (offset % i128::from(self.step) == 0 && index >= 0 && index < i128::from(self.len())).then_some(index as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What CPython 3.14 prints for `hash(value)` with `PYTHONHASHSEED=0`.
    fn check(value: Value, expected: i64) {
        assert_eq!(native_hash(&value), Ok(expected), "{value:?}");
    }

    #[test]
    fn numbers_hash_by_value() {
        check(Value::Int(-1), -2);
        check(Value::Int(1 << 61), 1);
        check(Value::int(BigInt::from(10).pow(30)), 465_258_685_558_744_706);
        check(Value::Float(1.0), 1);
        check(Value::Float(-1.0), -2);
        check(Value::Float(2.75), 1_729_382_256_910_270_466);
        check(Value::Float(5e-324), 16_777_216);
        check(Value::Float(0.5), 1_152_921_504_606_846_976);
        check(Value::Float(f64::INFINITY), 314_159);
        check(Value::Bool(true), 1);
        check(Value::None, 0xfca8_6420);
    }

    #[test]
    fn text_hashes_as_it_is_stored() {
        check("".into(), 0);
        check("a".into(), 4_644_417_185_603_328_019);
        check("é".into(), 6_047_309_291_227_476_195);
        check("日本".into(), 6_243_316_497_235_261_705);
        check("😀".into(), -3_536_540_696_076_613_844);
        check(Value::from(Obj::Bytes((*b"abc").into())), -4_594_863_902_769_663_758);
    }

    #[test]
    fn containers_hash_by_their_items() {
        check(Value::tuple([Value::Int(1), Value::Int(2)]), -3_550_055_125_485_641_917);
        check(Value::tuple([]), 5_740_354_900_026_072_187);
        check(Value::from(Obj::Range(Range { start: 0, stop: 3, step: 1 })), -8_338_477_496_398_685_190);
        assert_eq!(native_hash(&Value::tuple([Value::list(vec![])])), Err(Fault::Unhashable));
        let mut set = super::super::set::SetTable::default();
        (1..4).for_each(|i| assert_eq!(set.insert(&Value::Int(i)), Ok(true)));
        check(Value::from(Obj::FrozenSet(super::super::set::Set::from(set))), -272_375_401_224_217_160);
    }
}
