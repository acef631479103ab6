//! Data as bytes: what the build script writes, the program reads. Both are of the same build, so there is no version and no check:
//! bytes that nobody wrote panic.
//!
//! Everything is a number, seven bits a byte, the lowest first. What is alike stands together, in columns, because that packs best when
//! the page is transferred: a third less than instruction after instruction.

use std::collections::HashMap;
use std::rc::Rc;

use num_bigint::BigInt;

use super::archive::Archive;
use crate::python::symbol::Sym;

/// What can be written and read back.
pub trait Wire: Sized {
    fn write(&self, out: &mut Writer);
    fn read(input: &mut Reader<'_>) -> Self;
}

/// Where a number is written. Those of operands are named after what the operand says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Which instruction it is.
    Ops,
    Attribute,
    ClassName,
    Constant,
    Count,
    Function,
    Global,
    Jump,
    Local,
    Operand,
    /// Names of globals.
    Globals,
    /// Names of locals.
    Locals,
    /// Names of attributes and the like.
    Names,
    /// Names of functions and classes.
    Titles,
    Literals,
    /// String constants.
    Strings,
    Params,
    Qualnames,
    Sizes,
    Handlers,
    Lines,
    Rest,
}

/// Number of columns.
pub const COLUMNS: usize = Column::Rest as usize + 1;

/// A place in what was written: the number of bytes in each column, and of texts.
pub type Bookmark = ([usize; COLUMNS], usize);

/// Collects what is written.
#[derive(Default)]
pub struct Writer {
    pub texts: Vec<String>,
    text_index: HashMap<String, usize>,
    pub columns: [Vec<u8>; COLUMNS],
    column: usize,
}

impl Writer {
    /// What `write` writes is in `column`.
    pub fn within(&mut self, column: Column, write: impl FnOnce(&mut Writer)) {
        let around = std::mem::replace(&mut self.column, column as usize);
        write(self);
        self.column = around;
    }

    pub fn number(&mut self, number: u64) {
        write_number(&mut self.columns[self.column], number);
    }

    /// A text is kept once: 0 is the one that comes next, others are counted from 1.
    pub fn text(&mut self, text: &str) {
        match self.text_index.get(text) {
            Some(&index) => self.number(index as u64 + 1),
            None => {
                self.text_index.insert(text.to_owned(), self.texts.len());
                self.texts.push(text.to_owned());
                self.number(0);
            }
        }
    }

    pub fn bookmark(&self) -> Bookmark {
        (self.columns.each_ref().map(Vec::len), self.texts.len())
    }
}

pub(super) fn write_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads what a [`Writer`] wrote, from a bookmark on.
pub struct Reader<'a> {
    archive: &'a Archive,
    columns: [&'a [u8]; COLUMNS],
    column: usize,
    next_text: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(archive: &'a Archive, (starts, next_text): Bookmark) -> Reader<'a> {
        let columns = std::array::from_fn(|column| &archive.columns[column][starts[column]..]);
        Reader { archive, columns, column: 0, next_text }
    }

    /// What `read` reads is in `column`.
    pub fn within<T>(&mut self, column: Column, read: impl FnOnce(&mut Reader<'a>) -> T) -> T {
        let around = std::mem::replace(&mut self.column, column as usize);
        let value = read(self);
        self.column = around;
        value
    }

    pub fn number(&mut self) -> u64 {
        read_number(&mut self.columns[self.column])
    }

    /// Number of a text in the archive.
    fn text(&mut self) -> usize {
        match self.number() {
            0 => {
                self.next_text += 1;
                self.next_text - 1
            }
            number => number as usize - 1,
        }
    }
}

pub(super) fn read_number(bytes: &mut &[u8]) -> u64 {
    let mut number = 0;
    for shift in (0..).step_by(7) {
        let (byte, rest) = bytes.split_first().expect("as many numbers are read as were written");
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    number
}

macro_rules! wire_numbers {
    ($($kind:ty),*) => {
        $(impl Wire for $kind {
            fn write(&self, out: &mut Writer) {
                out.number(u64::from(*self));
            }

            fn read(input: &mut Reader<'_>) -> $kind {
                input.number() as $kind
            }
        })*
    };
}

wire_numbers!(u8, u16, u32, u64);

impl Wire for bool {
    fn write(&self, out: &mut Writer) {
        out.number(u64::from(*self));
    }

    fn read(input: &mut Reader<'_>) -> bool {
        input.number() != 0
    }
}

impl Wire for BigInt {
    fn write(&self, out: &mut Writer) {
        self.to_signed_bytes_le().write(out);
    }

    fn read(input: &mut Reader<'_>) -> BigInt {
        BigInt::from_signed_bytes_le(&Vec::<u8>::read(input))
    }
}

impl Wire for String {
    fn write(&self, out: &mut Writer) {
        out.text(self);
    }

    fn read(input: &mut Reader<'_>) -> String {
        let text = input.text();
        input.archive.texts[text].to_owned()
    }
}

impl Wire for Rc<str> {
    fn write(&self, out: &mut Writer) {
        out.text(self);
    }

    fn read(input: &mut Reader<'_>) -> Rc<str> {
        let text = input.text();
        input.archive.texts[text].into()
    }
}

impl Wire for Sym {
    fn write(&self, out: &mut Writer) {
        out.text(&self.text());
    }

    fn read(input: &mut Reader<'_>) -> Sym {
        let text = input.text();
        input.archive.symbol(text)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn write(&self, out: &mut Writer) {
        self.is_some().write(out);
        self.iter().for_each(|value| value.write(out));
    }

    fn read(input: &mut Reader<'_>) -> Option<T> {
        bool::read(input).then(|| T::read(input))
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn write(&self, out: &mut Writer) {
        out.number(self.len() as u64);
        self.iter().for_each(|value| value.write(out));
    }

    fn read(input: &mut Reader<'_>) -> Vec<T> {
        let count = input.number();
        (0..count).map(|_| T::read(input)).collect()
    }
}

/// Defines a struct whose fields are written one after the other.
macro_rules! wire_struct {
    ($(#[$meta:meta])* $see:vis struct $name:ident { $($(#[$doc:meta])* $see_field:vis $field:ident: $kind:ty,)* }) => {
        $(#[$meta])*
        $see struct $name { $($(#[$doc])* $see_field $field: $kind,)* }

        const _: () = {
            use $crate::python::bytecode::wire::{Reader, Wire, Writer};

            impl Wire for $name {
                fn write(&self, out: &mut Writer) {
                    $(self.$field.write(out);)*
                }

                fn read(input: &mut Reader<'_>) -> $name {
                    $name { $($field: Wire::read(input),)* }
                }
            }
        };
    };
}
pub(crate) use wire_struct;

/// Defines an enum: a value is written as the number of its variant and what that holds, which is one operand or named fields. `in` says
/// in which column, if not in that of the number.
macro_rules! wire_enum {
    (
        $(#[$meta:meta])*
        $see:vis enum $name:ident {
            $(
                $(#[$doc:meta])*
                $variant:ident $(($operand:ty))? $({ $($(#[$note:meta])* $field:ident: $kind:ty),* $(,)? })? $(in $column:ident)?,
            )*
        }
    ) => {
        $(#[$meta])*
        $see enum $name {
            $($(#[$doc])* $variant $(($operand))? $({ $($(#[$note])* $field: $kind),* })?,)*
        }

        const _: () = {
            #[allow(unused_imports, reason = "most enums write all of a value in one column")]
            use $crate::python::bytecode::wire::{Column, Reader, Wire, Writer};

            enum Tag { $($variant,)* }

            const VARIANTS: &[fn(&mut Reader<'_>) -> $name] = &[
                $(|_input| wire_enum!(@within _input $($column)?, |_input: &mut Reader<'_>| {
                    $name::$variant { $(0: <$operand>::read(_input))? $($($field: <$kind>::read(_input)),*)? }
                }),)*
            ];

            impl Wire for $name {
                fn write(&self, out: &mut Writer) {
                    match self {
                        $($name::$variant { $(0: wire_enum!(@pattern operand $operand))? $($($field),*)? } => {
                            out.number(Tag::$variant as u64);
                            wire_enum!(@within out $($column)?, |_out: &mut Writer| {
                                $(<$operand>::write(operand, _out);)?
                                $($($field.write(_out);)*)?
                            });
                        })*
                    }
                }

                fn read(input: &mut Reader<'_>) -> $name {
                    VARIANTS[input.number() as usize](input)
                }
            }
        };
    };
    (@pattern $binding:ident $operand:ty) => { $binding };
    (@within $wire:ident, $action:expr) => { $action($wire) };
    (@within $wire:ident $column:ident, $action:expr) => { $wire.within(Column::$column, $action) };
}
pub(crate) use wire_enum;
