//! Imports.

use ruff_python_ast as ast;

use super::compiler::Compiler;
use crate::python::bytecode::Op;
use crate::python::symbol::Sym;

impl Compiler<'_> {
    pub fn import(&mut self, statement: &ast::StmtImport) {
        for alias in &statement.names {
            self.load_module(&alias.name, alias.asname.is_some());
            let name = alias.asname.as_ref().unwrap_or(&alias.name);
            let name = self.mangle(name.split('.').next().unwrap_or(name));
            self.store_name(name);
        }
    }

    fn load_module(&mut self, name: &str, leaf: bool) {
        let name = self.unit.name(Sym::new(name));
        self.emit(Op::Import { name, leaf });
    }

    pub fn import_from(&mut self, statement: &ast::StmtImportFrom) {
        let Some(module) = statement.module.as_ref().filter(|_| statement.level == 0) else {
            let hint = "A program is one module here, it is in no package.";
            return self.report.unsupported(statement.range, "relative imports are not supported", hint);
        };
        if module == "__future__" {
            return;
        }
        self.load_module(module, true);
        for alias in &statement.names {
            if &alias.name == "*" {
                return self.emit(Op::ImportStar);
            }
            let name = self.unit.name(Sym::new(&alias.name));
            self.emit(Op::ImportFrom(name));
            let target = self.mangle(alias.asname.as_ref().unwrap_or(&alias.name));
            self.store_name(target);
        }
        self.emit(Op::Pop);
    }
}
