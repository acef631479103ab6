//! Functions, lambdas, their defaults, annotations and type parameters.

use ruff_python_ast::{self as ast, Decorator, Expr, Parameters, Stmt, TypeParam, TypeParams};
use ruff_text_size::{Ranged, TextRange};

use super::compiler::Compiler;
use super::consts::constant;
use super::diagnostics::span;
use super::scope::ScopeKind;
use crate::python::bytecode::{CodeKind, FunctionParts, Literal, Op, Params};
use crate::python::symbol::Sym;

/// An annotation: what it is of, and the expression.
pub(super) type Annotation<'a> = (Sym, &'a Expr);

impl<'a> Compiler<'a> {
    pub fn function(&mut self, function: &'a ast::StmtFunctionDef) {
        self.decorators(&function.decorator_list);
        self.at(function.name.range(), |this| match &function.type_params {
            Some(type_params) => this.generic_function(function, type_params),
            None => {
                let parts = this.defaults(&function.parameters);
                this.function_object(function, parts);
            }
        });
        self.apply_decorators(&function.decorator_list);
        let name = self.mangle(&function.name);
        self.at(function.name.range(), |this| this.store_name(name));
    }

    pub fn decorators(&mut self, decorators: &[Decorator]) {
        decorators.iter().for_each(|decorator| self.expr(&decorator.expression));
    }

    pub fn apply_decorators(&mut self, decorators: &[Decorator]) {
        for decorator in decorators.iter().rev() {
            self.at(decorator.expression.range(), |this| this.emit(Op::Call(1)));
        }
    }

    /// Pushes the defaults that there are.
    fn defaults(&mut self, parameters: &Parameters) -> u8 {
        let mut parts = 0;
        let positional: Vec<&Expr> =
            parameters.posonlyargs.iter().chain(&parameters.args).filter_map(|parameter| parameter.default()).collect();
        if !positional.is_empty() {
            match positional.iter().map(|default| constant(default)).collect::<Option<Vec<_>>>() {
                Some(constants) => self.load_const(Literal::Tuple(constants)),
                None => {
                    positional.iter().for_each(|default| self.expr(default));
                    self.emit(Op::BuildTuple(positional.len() as u32));
                }
            }
            parts |= FunctionParts::DEFAULTS;
        }
        let mut keywords = 0;
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = parameter.default() {
                self.load_const(Literal::Name(self.mangle(parameter.name())));
                self.expr(default);
                keywords += 1;
            }
        }
        if keywords > 0 {
            self.emit(Op::BuildDict(keywords));
            parts |= FunctionParts::KEYWORD_DEFAULTS;
        }
        parts
    }

    /// The function, after its defaults.
    fn function_object(&mut self, function: &'a ast::StmtFunctionDef, mut parts: u8) {
        let all = &function.parameters;
        // Positional-only parameters come after the plain ones (`codegen_annotations`, Python/codegen.c).
        let plain = all.args.iter().chain(&all.posonlyargs).map(|parameter| &parameter.parameter);
        let rest = all.vararg.as_deref().into_iter().chain(all.kwonlyargs.iter().map(|parameter| &parameter.parameter));
        let parameters = plain.chain(rest).chain(all.kwarg.as_deref());
        let mut annotations: Vec<Annotation<'_>> =
            parameters.filter_map(|parameter| Some((self.mangle(&parameter.name), parameter.annotation()?))).collect();
        annotations.extend(function.returns.as_deref().map(|returns| (Sym::new("return"), returns)));
        if !annotations.is_empty() {
            self.annotate_function(function.range, &annotations);
            parts |= FunctionParts::ANNOTATE;
        }
        let scope = self.find_scope(function.range, ScopeKind::Function);
        let kind = match (function.is_async, self.table.get(scope).has_yield) {
            (true, true) => CodeKind::AsyncGenerator,
            (true, false) => CodeKind::Coroutine,
            (false, true) => CodeKind::Generator,
            (false, false) => CodeKind::Function,
        };
        self.enter(scope, kind, &function.name);
        self.unit.first_line = self.line(span(function.range).start);
        self.unit.docstring = self.docstring(&function.body);
        self.parameters(Some(&function.parameters));
        self.bind_closure();
        self.body(&function.body);
        self.end_of_body(&function.body);
        let code = self.leave();
        self.make_function(code, parts);
    }

    /// `return None` where the body just ends.
    fn end_of_body(&mut self, body: &[Stmt]) {
        if let Some(last) = body.last() {
            self.set_span(span(last.range()));
        }
        self.return_none();
    }

    /// Makes the parameters the first locals of the new code.
    fn parameters(&mut self, parameters: Option<&Parameters>) {
        let Some(parameters) = parameters else { return };
        let named = parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs);
        let variadic = parameters.vararg.iter().chain(&parameters.kwarg);
        for name in named.map(|parameter| parameter.name()).chain(variadic.map(|parameter| &parameter.name)) {
            let name = self.mangle(name);
            self.unit.local(name);
        }
        self.unit.params = Params {
            positional: (parameters.posonlyargs.len() + parameters.args.len()) as u32,
            positional_only: parameters.posonlyargs.len() as u32,
            keyword_only: parameters.kwonlyargs.len() as u32,
            star_args: parameters.vararg.is_some(),
            star_kwargs: parameters.kwarg.is_some(),
        };
    }

    pub fn lambda(&mut self, lambda: &ast::ExprLambda) {
        let parameters = lambda.parameters.as_deref();
        let parts = parameters.map_or(0, |parameters| self.defaults(parameters));
        let scope = self.find_scope(lambda.range, ScopeKind::Lambda);
        let kind = if self.table.get(scope).has_yield { CodeKind::Generator } else { CodeKind::Function };
        self.enter(scope, kind, "<lambda>");
        self.parameters(parameters);
        self.bind_closure();
        self.expr(&lambda.body);
        self.at(lambda.body.range(), |this| this.emit(Op::Return));
        let code = self.leave();
        self.make_function(code, parts);
    }

    /// Pushes the function that evaluates annotations to a dict (PEP 649); `node` is what they belong to.
    pub fn annotate_function(&mut self, node: TextRange, annotations: &[Annotation<'_>]) {
        self.lazy_function(node, "__annotate__", |this| {
            for &(name, annotation) in annotations {
                this.load_const(Literal::Name(name));
                this.annotation(annotation);
            }
            this.emit(Op::BuildDict(annotations.len() as u32));
        });
    }

    fn annotation(&mut self, annotation: &Expr) {
        match annotation {
            _ if self.annotations_as_text => self.at(annotation.range(), |this| this.load_text(annotation.range())),
            // `*args: *Ts`
            Expr::Starred(starred) => {
                self.expr(&starred.value);
                self.emit(Op::UnpackSequence(1));
            }
            annotation => self.expr(annotation),
        }
    }

    /// Pushes a function of one parameter, the format of annotations, that returns what `value` pushes.
    fn lazy_function(&mut self, node: TextRange, name: &str, value: impl FnOnce(&mut Self)) {
        let scope = self.find_scope(node, ScopeKind::Annotations);
        self.enter(scope, CodeKind::Function, name);
        self.unit.params.positional = 1;
        self.unit.params.positional_only = 1;
        self.unit.local(Sym::new("format"));
        self.bind_closure();
        value(self);
        self.emit(Op::Return);
        let code = self.leave();
        self.make_function(code, 0);
    }

    /// `def f[T]()`: a function that binds the type parameters, makes `f` and is called at once. The defaults are evaluated outside.
    fn generic_function(&mut self, function: &'a ast::StmtFunctionDef, type_params: &TypeParams) {
        self.with_type_params(
            function.range,
            type_params,
            |this| {
                let parameters = &function.parameters;
                let mut parts = 0;
                let positional = parameters.posonlyargs.iter().chain(&parameters.args);
                if positional.filter_map(|parameter| parameter.default()).next().is_some() {
                    parts |= FunctionParts::DEFAULTS;
                }
                if parameters.kwonlyargs.iter().any(|parameter| parameter.default().is_some()) {
                    parts |= FunctionParts::KEYWORD_DEFAULTS;
                }
                let count = parts.count_ones();
                this.unit.params = Params { positional: count, positional_only: count, ..Params::default() };
                for number in 0..count as usize {
                    let local = this.hidden_local(number);
                    this.emit(Op::LoadLocal(local));
                }
                parts
            },
            |this, parts| {
                this.function_object(function, parts);
                this.bind_type_params_attribute(type_params);
            },
        );
        let parts = self.defaults(&function.parameters);
        self.emit(Op::Call(parts.count_ones()));
    }

    /// Pushes the function in which type parameters are bound; `begin` sets its parameters up, `body` pushes its result.
    pub fn with_type_params<T>(
        &mut self,
        node: TextRange,
        type_params: &TypeParams,
        begin: impl FnOnce(&mut Self) -> T,
        body: impl FnOnce(&mut Self, T),
    ) {
        let scope = self.find_scope(node, ScopeKind::TypeParams);
        self.enter(scope, CodeKind::Function, "<generic parameters>");
        let state = begin(self);
        self.bind_closure();
        for param in &type_params.type_params {
            let (class, name) = type_param(param);
            self.at(param.range(), |this| {
                this.load_typing(class);
                this.load_const(Literal::str(name));
                type_param_parts(param).into_iter().for_each(|part| this.lazy_part(name, part));
                this.emit(Op::Call(3));
                let name = this.mangle(name);
                this.store_name(name);
            });
        }
        body(self, state);
        self.emit(Op::Return);
        let code = self.leave();
        self.make_function(code, 0);
    }

    /// Pushes the function that computes a bound or a default when it is asked for; `None` where there is none.
    fn lazy_part(&mut self, name: &str, part: Option<&Expr>) {
        match part {
            Some(Expr::Starred(starred)) => self.lazy_function(starred.range, name, |this| {
                this.expr(&starred.value);
                this.emit(Op::UnpackSequence(1));
            }),
            Some(value) => self.lazy_function(value.range(), name, |this| this.expr(value)),
            None => self.load_none(),
        }
    }

    /// `function -> function`, its `__type_params__` set.
    pub fn bind_type_params_attribute(&mut self, type_params: &TypeParams) {
        self.emit(Op::Dup);
        self.type_params_tuple(type_params);
        self.emit(Op::Swap);
        let name = self.unit.name(Sym::new("__type_params__"));
        self.emit(Op::StoreAttr(name));
    }

    pub fn type_params_tuple(&mut self, type_params: &TypeParams) {
        for param in &type_params.type_params {
            let name = self.mangle(type_param(param).1);
            self.load_name(name);
        }
        self.emit(Op::BuildTuple(type_params.type_params.len() as u32));
    }

    /// Pushes `typing.<name>`.
    pub fn load_typing(&mut self, name: &str) {
        let module = self.unit.name(Sym::new("typing"));
        self.emit(Op::Import { name: module, leaf: true });
        let name = self.unit.name(Sym::new(name));
        self.emit(Op::LoadAttr(name));
    }

    /// `type X = value`: `typing.TypeAliasType` with a function that computes the value when it is asked for.
    pub fn type_alias(&mut self, alias: &ast::StmtTypeAlias) {
        let Expr::Name(name) = &*alias.name else { return };
        let value = |this: &mut Self| {
            this.load_typing("_lazy_type_alias");
            this.load_const(Literal::str(&name.id));
            this.lazy_function(alias.range, &name.id, |this| this.expr(&alias.value));
            match &alias.type_params {
                Some(type_params) => this.type_params_tuple(type_params),
                None => this.emit(Op::BuildTuple(0)),
            }
            this.emit(Op::Call(3));
        };
        match &alias.type_params {
            Some(type_params) => {
                self.with_type_params(alias.range, type_params, |_| (), |this, ()| value(this));
                self.emit(Op::Call(0));
            }
            None => value(self),
        }
        self.store(&alias.name);
    }
}

/// The bound, or the tuple of constraints, and the default of a type parameter.
pub(super) fn type_param_parts(param: &TypeParam) -> [Option<&Expr>; 2] {
    match param {
        TypeParam::TypeVar(param) => [param.bound.as_deref(), param.default.as_deref()],
        TypeParam::TypeVarTuple(param) => [None, param.default.as_deref()],
        TypeParam::ParamSpec(param) => [None, param.default.as_deref()],
    }
}

/// The function of `typing` that makes a type parameter, and its name.
fn type_param(param: &TypeParam) -> (&'static str, &str) {
    match param {
        TypeParam::TypeVar(param) => ("_new_type_var", &param.name),
        TypeParam::TypeVarTuple(param) => ("_new_type_var_tuple", &param.name),
        TypeParam::ParamSpec(param) => ("_new_param_spec", &param.name),
    }
}
