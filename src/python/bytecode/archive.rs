//! The compiled modules of the library as one file: the build script writes it, an import reads the one module that it needs.

use std::cell::Cell;

use super::file::LibraryFile;
use super::wire::{Bookmark, COLUMNS, Reader, Wire, Writer, read_number, write_number};
use crate::python::symbol::Sym;

/// An archive being written.
#[derive(Default)]
pub struct ArchiveWriter {
    out: Writer,
    /// Where each module begins.
    modules: Vec<Bookmark>,
}

impl ArchiveWriter {
    /// Adds a module; they are numbered from 0.
    pub fn add(&mut self, file: &LibraryFile) {
        self.modules.push(self.out.bookmark());
        file.write(&mut self.out);
    }

    /// Numbers of modules, texts and bytes in each column; where each module begins, as distances to the one before; then all texts,
    /// then all columns.
    pub fn finish(self) -> Vec<u8> {
        let Writer { texts, columns, .. } = self.out;
        let bytes = &mut Vec::new();
        let sizes = [self.modules.len(), texts.len()].into_iter().chain(columns.iter().map(Vec::len));
        sizes.for_each(|size| write_number(bytes, size as u64));
        let mut before = ([0; COLUMNS], 0);
        for module in self.modules {
            module.0.iter().zip(before.0).for_each(|(now, before)| write_number(bytes, (now - before) as u64));
            write_number(bytes, (module.1 - before.1) as u64);
            before = module;
        }
        texts.iter().for_each(|text| write_number(bytes, text.len() as u64));
        texts.iter().for_each(|text| bytes.extend(text.bytes()));
        columns.iter().for_each(|column| bytes.extend(column));
        std::mem::take(bytes)
    }
}

/// An archive to be read.
pub struct Archive {
    pub(super) texts: Vec<&'static str>,
    /// The symbols of those texts that were read as names.
    symbols: Vec<Cell<Option<Sym>>>,
    pub(super) columns: [&'static [u8]; COLUMNS],
    modules: Vec<Bookmark>,
}

impl Archive {
    pub fn new(mut bytes: &'static [u8]) -> Archive {
        let [modules, texts] = std::array::from_fn(|_| read_number(&mut bytes) as usize);
        let sizes: [usize; COLUMNS] = std::array::from_fn(|_| read_number(&mut bytes) as usize);
        let mut at: Bookmark = ([0; COLUMNS], 0);
        let bookmarks = std::iter::repeat_with(|| {
            at.0.iter_mut().for_each(|place| *place += read_number(&mut bytes) as usize);
            at.1 += read_number(&mut bytes) as usize;
            at
        });
        let modules = bookmarks.take(modules).collect();
        let lengths: Vec<usize> = (0..texts).map(|_| read_number(&mut bytes) as usize).collect();
        let mut take = |size: usize| {
            let (taken, rest) = bytes.split_at(size);
            bytes = rest;
            taken
        };
        let mut text = |length: usize| std::str::from_utf8(take(length)).expect("texts were written as such");
        let texts: Vec<&str> = lengths.into_iter().map(&mut text).collect();
        let columns = sizes.map(take);
        Archive { symbols: vec![Cell::new(None); texts.len()], texts, columns, modules }
    }

    /// A module, by its number.
    pub fn module(&self, number: usize) -> LibraryFile {
        LibraryFile::read(&mut Reader::new(self, self.modules[number]))
    }

    /// The symbol of a text.
    pub(super) fn symbol(&self, text: usize) -> Sym {
        let known = &self.symbols[text];
        known.get().unwrap_or_else(|| {
            let symbol = Sym::new(self.texts[text]);
            known.set(Some(symbol));
            symbol
        })
    }
}
