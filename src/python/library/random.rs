//! Natives behind `random`: the Mersenne Twister's state (Matsumoto and Nishimura, "Mersenne Twister", 1998), a list of 624 ints that
//! the Python part holds.

use num_bigint::BigInt;

use crate::python::builtins::number;
use crate::python::native::{Def, Result};
use crate::python::object::{Obj, Value};
use crate::python::vm::{Cx, type_error};

pub const NATIVES: &[Def] = &[Def::new("seeded(number, /)", seeded), Def::new("twist(state, /)", twist)];

const N: usize = 624;
const M: usize = 397;
/// What seeding and twisting cost, in instructions.
const SEED_COST: u64 = 1500;
const TWIST_COST: u64 = 600;

fn to_list(state: &[u32]) -> Value {
    Value::list(state.iter().map(|&word| Value::Int(i64::from(word))).collect())
}

fn scrambled(word: u32) -> u32 {
    word ^ word >> 30
}

/// `seeded(number)`: the state for a seed, an int that is not negative: `init_by_array` with its 32-bit digits, lowest first.
fn seeded(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let number: BigInt = number::integer(&args[0]).ok_or_else(|| type_error("a seed is an int"))?.into_owned();
    let mut key = number.magnitude().to_u32_digits();
    if key.is_empty() {
        key.push(0);
    }
    let mut state = [19_650_218_u32; N];
    for i in 1..N {
        state[i] = scrambled(state[i - 1]).wrapping_mul(1_812_433_253).wrapping_add(i as u32);
    }
    let (mut i, mut j) = (1, 0);
    for _ in 0..N.max(key.len()) {
        let mixed = state[i] ^ scrambled(state[i - 1]).wrapping_mul(1_664_525);
        state[i] = mixed.wrapping_add(key[j]).wrapping_add(j as u32);
        next_place(&mut i, &mut state);
        j = (j + 1) % key.len();
    }
    for _ in 1..N {
        let mixed = state[i] ^ scrambled(state[i - 1]).wrapping_mul(1_566_083_941);
        state[i] = mixed.wrapping_sub(i as u32);
        next_place(&mut i, &mut state);
    }
    state[0] = 0x8000_0000;
    cx.charge(SEED_COST + key.len() as u64);
    Ok(to_list(&state))
}

fn next_place(i: &mut usize, state: &mut [u32; N]) {
    *i += 1;
    if *i >= N {
        state[0] = state[N - 1];
        *i = 1;
    }
}

/// `twist(state)`: the next state.
fn twist(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let wrong = || type_error("state vector must be 624 ints");
    let Some(Obj::List(items)) = args[0].obj() else { return Err(wrong()) };
    let word = |item: &Value| if let Value::Int(word) = item { u32::try_from(*word).map_err(|_| wrong()) } else { Err(wrong()) };
    let mut state = items.borrow().iter().map(word).collect::<Result<Vec<u32>>>()?;
    if state.len() != N {
        return Err(wrong());
    }
    for i in 0..N {
        let y = state[i] & 0x8000_0000 | state[(i + 1) % N] & 0x7fff_ffff;
        state[i] = state[(i + M) % N] ^ y >> 1 ^ if y & 1 == 1 { 0x9908_b0df } else { 0 };
    }
    cx.charge(TWIST_COST);
    Ok(to_list(&state))
}
