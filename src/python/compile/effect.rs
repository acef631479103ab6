//! What each instruction does to the stack.

use crate::python::bytecode::Op;

/// Change in the number of operands.
#[derive(Clone, Copy)]
pub(super) struct Effect {
    /// Going on with the next instruction.
    pub next: i32,
    /// Jumping.
    pub jumped: Option<i32>,
    /// The next instruction is never reached from this one.
    pub ends: bool,
}

pub(super) fn effect(op: Op) -> Effect {
    let jumped = match op {
        Op::Jump(_) | Op::JumpIfFalseOrPop(_) | Op::JumpIfTrueOrPop(_) => Some(0),
        Op::PopJumpIfFalse(_) | Op::PopJumpIfTrue(_) | Op::PopJumpIfNone(_) | Op::PopJumpIfNotNone(_) | Op::ForIter(_) => Some(-1),
        _ => None,
    };
    let ends = matches!(op, Op::Jump(_) | Op::Return | Op::Raise(_) | Op::Reraise);
    Effect { next: next(op), jumped, ends }
}

fn next(op: Op) -> i32 {
    match op {
        Op::Const(_)
        | Op::Dup
        | Op::LoadLocal(_)
        | Op::LoadLocalAnd(_)
        | Op::LoadCell(_)
        | Op::PushCell(_)
        | Op::LoadGlobal(_)
        | Op::LoadName(_)
        | Op::LoadClassCell { .. }
        | Op::ForIter(_)
        | Op::LoadMethod(_)
        | Op::PushHandled
        | Op::WithExcept
        | Op::GetAsyncNext
        | Op::Import { .. }
        | Op::ImportFrom(_)
        | Op::LoadAssertionError
        | Op::GetLen
        | Op::MatchSequence
        | Op::MatchMapping
        | Op::MatchKeys => 1,
        Op::Dup2 => 2,
        Op::Pop
        | Op::StoreLocal(_)
        | Op::StoreCell(_)
        | Op::StoreGlobal(_)
        | Op::StoreName(_)
        | Op::Binary(_)
        | Op::InPlace(_)
        | Op::Compare(_)
        | Op::Is { .. }
        | Op::In { .. }
        | Op::PopJumpIfFalse(_)
        | Op::PopJumpIfTrue(_)
        | Op::JumpIfFalseOrPop(_)
        | Op::JumpIfTrueOrPop(_)
        | Op::PopJumpIfNone(_)
        | Op::PopJumpIfNotNone(_)
        | Op::ListAppend(_)
        | Op::SetAdd(_)
        | Op::ListExtend
        | Op::SetUpdate
        | Op::DictUpdate
        | Op::DictMerge
        | Op::DeleteAttr(_)
        | Op::LoadItem
        | Op::PopHandled
        | Op::ExceptStarRest
        | Op::Reraise
        | Op::YieldFrom
        | Op::Return
        | Op::ImportStar => -1,
        Op::DictAdd(_) | Op::StoreAttr(_) | Op::DeleteItem | Op::EndAsyncFor | Op::MatchClass(_) => -2,
        Op::StoreItem | Op::BuildClass => -3,
        Op::BuildTuple(n) | Op::BuildList(n) | Op::BuildSet(n) | Op::BuildString(n) | Op::BuildSlice(n) => 1 - n as i32,
        Op::BuildDict(n) => 1 - 2 * n as i32,
        Op::UnpackSequence(n) => n as i32 - 1,
        Op::UnpackStarred { before, after } => i32::from(before) + i32::from(after),
        Op::Call(n) | Op::Raise(n) => -(n as i32),
        Op::CallMethod(n) | Op::CallKw(n) => -(n as i32) - 1,
        Op::CallMethodKw(n) => -(n as i32) - 2,
        Op::CallUnpacked { kwargs } => -1 - i32::from(kwargs),
        Op::MakeFunction { parts, .. } => 1 - parts.0.count_ones() as i32,
        Op::Format { spec, .. } => -i32::from(spec),
        Op::Swap
        | Op::Rot3
        | Op::Rot4
        | Op::DeleteLocal(_)
        | Op::DeleteCell(_)
        | Op::DeleteGlobal(_)
        | Op::DeleteName(_)
        | Op::Unary(_)
        | Op::Not
        | Op::Jump(_)
        | Op::GetIter
        | Op::ListToTuple
        | Op::LoadAttr(_)
        | Op::LoadSpecial(_)
        | Op::ExceptMatches
        | Op::ExceptStarMatches
        | Op::Yield
        | Op::YieldItem
        | Op::GetYieldFromIter
        | Op::GetAwaitable(_)
        | Op::GetAsyncIter
        | Op::BusyWait { .. }
        | Op::LoopTurn => 0,
    }
}
