// Times programs on Loopscope and on Pyodide in one browser. `cargo xtask bench --page` calls `measure` and reads `measured`.

import { loadPyodide } from './pyodide/pyodide.mjs';
import start, { run } from './page_bench.js';

/** Runs on each, of which the shortest counts. */
const TIMES = 9;

await start();
// The library's modules are compiled once for all runs.
run('import asyncio');
const pyodide = await loadPyodide();

function timeLoopscope(program) {
    const started = performance.now();
    const error = run(program);
    if (error !== '') {
        throw new Error(error);
    }
    return (performance.now() - started) / 1000;
}

/** The program's own time, as its last line prints it. */
function timePyodide(program) {
    let seconds = NaN;
    pyodide.setStdout({ batched: (line) => (seconds = Number(line)) });
    pyodide.runPython(program);
    return seconds;
}

/** Lets the driver ask, which waits half a minute for an answer at most. */
function pause() {
    return new Promise((resume) => setTimeout(resume));
}

window.measured = null;
window.measure = async (program, onPyodide) => {
    window.measured = null;
    let [loopscope, reference] = [Infinity, onPyodide ? Infinity : null];
    // In turns, so that what else the machine does meets both.
    for (let time = 0; time < TIMES; time += 1) {
        await pause();
        loopscope = Math.min(loopscope, timeLoopscope(program));
        await pause();
        reference = onPyodide ? Math.min(reference, timePyodide(program)) : null;
    }
    window.measured = { loopscope, pyodide: reference };
};
