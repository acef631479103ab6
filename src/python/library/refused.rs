//! What the library refuses: names that CPython has and the simulated machine has not, each with the reason. The compiler names them
//! before the run; what it cannot see (`getattr`) is refused when it is looked up, never passed over in silence.

/// Module, name and reason. A reason is the end of a sentence that begins "asyncio.open_connection is not supported: ...".
pub const REFUSED: &[(&str, &str, &str)] = &[
    ("asyncio", "AbstractServer", SOCKETS),
    ("asyncio", "BaseProtocol", SOCKETS),
    ("asyncio", "BaseTransport", SOCKETS),
    ("asyncio", "BufferedProtocol", SOCKETS),
    ("asyncio", "DatagramProtocol", SOCKETS),
    ("asyncio", "DatagramTransport", SOCKETS),
    ("asyncio", "Protocol", SOCKETS),
    ("asyncio", "ReadTransport", SOCKETS),
    ("asyncio", "Server", SOCKETS),
    ("asyncio", "StreamReader", SOCKETS),
    ("asyncio", "StreamReaderProtocol", SOCKETS),
    ("asyncio", "StreamWriter", SOCKETS),
    ("asyncio", "SubprocessProtocol", SUBPROCESSES),
    ("asyncio", "SubprocessTransport", SUBPROCESSES),
    ("asyncio", "Transport", SOCKETS),
    ("asyncio", "WriteTransport", SOCKETS),
    ("asyncio", "_enter_task", OWN_LOOPS),
    ("asyncio", "_leave_task", OWN_LOOPS),
    ("asyncio", "_register_task", OWN_LOOPS),
    ("asyncio", "_set_running_loop", OWN_LOOPS),
    ("asyncio", "_unregister_task", OWN_LOOPS),
    ("asyncio", "base_subprocess", SUBPROCESSES),
    ("asyncio", "create_subprocess_exec", SUBPROCESSES),
    ("asyncio", "create_subprocess_shell", SUBPROCESSES),
    ("asyncio", "future_add_to_awaited_by", OWN_LOOPS),
    ("asyncio", "future_discard_from_awaited_by", OWN_LOOPS),
    ("asyncio", "open_connection", SOCKETS),
    ("asyncio", "open_unix_connection", SOCKETS),
    ("asyncio", "protocols", SOCKETS),
    ("asyncio", "selector_events", SOCKETS),
    ("asyncio", "sslproto", SOCKETS),
    ("asyncio", "start_server", SOCKETS),
    ("asyncio", "start_unix_server", SOCKETS),
    ("asyncio", "streams", SOCKETS),
    ("asyncio", "subprocess", SUBPROCESSES),
    ("asyncio", "tools", "there is no other process to look into"),
    ("asyncio", "transports", SOCKETS),
    ("asyncio", "trsock", SOCKETS),
    ("builtins", "__build_class__", "write a class statement, or call type()"),
    ("builtins", "__import__", "write an import statement"),
    ("builtins", "breakpoint", "there is no debugger to enter; the page steps through the program"),
    ("builtins", "compile", "there are no code objects to run; eval() and exec() take a text"),
    ("builtins", "help", "there are no help texts"),
    ("builtins", "input", "there is no keyboard; write the value into the program"),
    ("builtins", "memoryview", "use slices of bytes or bytearray, which are copies"),
    ("builtins", "open", "the machine has no files; use aiofiles, whose files are in memory, or io.StringIO"),
    ("multiprocessing", "Manager", MANAGER),
    ("multiprocessing", "managers", MANAGER),
    ("multiprocessing", "shared_memory", SHARED_MEMORY),
    ("signal", "alarm", SIGNALS),
    ("signal", "getitimer", SIGNALS),
    ("signal", "pause", SIGNALS),
    ("signal", "pidfd_send_signal", SIGNALS),
    ("signal", "pthread_kill", SIGNALS),
    ("signal", "pthread_sigmask", SIGNALS),
    ("signal", "raise_signal", SIGNALS),
    ("signal", "set_wakeup_fd", SIGNALS),
    ("signal", "setitimer", SIGNALS),
    ("signal", "siginterrupt", SIGNALS),
    ("signal", "signal", SIGNALS),
    ("signal", "sigpending", SIGNALS),
    ("signal", "sigtimedwait", SIGNALS),
    ("signal", "sigwait", SIGNALS),
    ("signal", "sigwaitinfo", SIGNALS),
];

const MANAGER: &str = "share a multiprocessing.Queue, Value or Array, or return results from a Pool";
const OWN_LOOPS: &str = "it is for event loops and tasks of other makes; those here are the machine's";
const SOCKETS: &str = "the machine has no sockets; wait for a simulated request (httpx, aiohttp) or for asyncio.sleep()";
const SHARED_MEMORY: &str = "send the data through a multiprocessing.Queue, or share a Value or an Array";
const SIGNALS: &str = "no signals come in; cancel a task, or set an Event, at the time when one would come";
const SUBPROCESSES: &str = "the machine runs no other programs; use asyncio.to_thread() or a ProcessPoolExecutor";

/// Why `module.name` is refused, if it is.
pub fn reason(module: &str, name: &str) -> Option<&'static str> {
    REFUSED.iter().find(|refused| (refused.0, refused.1) == (module, name)).map(|refused| refused.2)
}

/// The sentence that refuses `module.name`, if it is refused.
pub fn message(module: &str, name: &str) -> Option<String> {
    reason(module, name).map(|reason| format!("{module}.{name} is not supported: {reason}"))
}

/// A reason as a sentence of its own.
pub fn sentence(reason: &str) -> String {
    let mut letters = reason.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refused_names_are_listed_once_and_in_order() {
        assert!(REFUSED.is_sorted_by(|a, b| (a.0, a.1) < (b.0, b.1)));
    }

    /// `asyncio.__all__` of CPython 3.14.2 on Linux.
    const ALL: &str = "BaseEventLoop Server iscoroutinefunction iscoroutine AbstractEventLoop AbstractServer Handle TimerHandle \
        get_event_loop_policy set_event_loop_policy get_event_loop set_event_loop new_event_loop _set_running_loop \
        get_running_loop _get_running_loop BrokenBarrierError CancelledError InvalidStateError TimeoutError IncompleteReadError \
        LimitOverrunError SendfileNotAvailableError Future wrap_future isfuture future_add_to_awaited_by \
        future_discard_from_awaited_by capture_call_graph format_call_graph print_call_graph FrameCallGraphEntry FutureCallGraph \
        Lock Event Condition Semaphore BoundedSemaphore Barrier BaseProtocol Protocol DatagramProtocol SubprocessProtocol \
        BufferedProtocol Runner run Queue PriorityQueue LifoQueue QueueFull QueueEmpty QueueShutDown StreamReader StreamWriter \
        StreamReaderProtocol open_connection start_server open_unix_connection start_unix_server create_subprocess_exec \
        create_subprocess_shell Task create_task FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED wait wait_for as_completed sleep \
        gather shield ensure_future run_coroutine_threadsafe current_task all_tasks create_eager_task_factory eager_task_factory \
        _register_task _unregister_task _enter_task _leave_task TaskGroup to_thread Timeout timeout timeout_at BaseTransport \
        ReadTransport WriteTransport Transport DatagramTransport SubprocessTransport SelectorEventLoop EventLoop";

    #[test]
    fn every_public_name_of_asyncio_works_or_is_refused() {
        let names = crate::python::vm::imports::module_names("asyncio");
        for name in ALL.split_whitespace() {
            let refused = reason("asyncio", name).is_some();
            assert_ne!(names.contains(name), refused, "asyncio.{name} is there: {}; refused: {refused}", names.contains(name));
        }
    }

    #[test]
    fn a_refusal_says_why() {
        let refusal = message("asyncio", "open_connection").expect("it is refused");
        assert!(refusal.starts_with("asyncio.open_connection is not supported: the machine has no sockets"), "{refusal}");
        assert_eq!(message("asyncio", "sleep"), None);
    }
}
