//! Natives behind `hashlib`: the digest of bytes. Objects that are fed piece by piece are written in Python.

use sha2::Digest;

use crate::python::builtins::bytes;
use crate::python::native::{Def, Result};
use crate::python::object::{Obj, Value};
use crate::python::vm::{Cx, type_error, type_name, value_error};

pub const NATIVES: &[Def] = &[Def::new("digest(name, data, /)", digest)];

/// So many bytes cost as much as an instruction.
const BYTES_PER_INSTRUCTION: u64 = 16;

/// `digest(name, data)`: the digest by the algorithm of that name.
fn digest(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let name = args[0].as_str().ok_or_else(|| type_error("the name of the algorithm must be str"))?;
    let complaint = || type_error(format!("object supporting the buffer API required, not {}", type_name(&args[1])));
    let data = bytes::of(&args[1]).ok_or_else(complaint)?;
    let digest = match name {
        "md5" => md5::Md5::digest(&data).to_vec(),
        "sha1" => sha1::Sha1::digest(&data).to_vec(),
        "sha224" => sha2::Sha224::digest(&data).to_vec(),
        "sha256" => sha2::Sha256::digest(&data).to_vec(),
        "sha384" => sha2::Sha384::digest(&data).to_vec(),
        "sha512" => sha2::Sha512::digest(&data).to_vec(),
        _ => return Err(value_error(format!("unsupported hash type {name}"))),
    };
    cx.charge(data.len() as u64 / BYTES_PER_INSTRUCTION);
    Ok(Value::from(Obj::Bytes(digest.into())))
}
