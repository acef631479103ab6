//! Switching tasks.

use super::Case;

pub const CASES: &[Case] = &[SLEEP, QUEUE, FUTURES];

const SLEEP: Case = Case {
    name: "sleep(0) in 100 tasks",
    unit: "switches",
    items: 100_000,
    text: "\
import asyncio

async def switch():
    for _ in range(1000):
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(*[switch() for _ in range(100)])

def work():
    asyncio.run(main())
",
};

const QUEUE: Case = Case {
    name: "a producer and a consumer of a queue",
    unit: "items",
    items: 20_000,
    text: "\
import asyncio

async def produce(queue):
    for item in range(20_000):
        await queue.put(item)

async def consume(queue):
    for _ in range(20_000):
        await queue.get()

async def main():
    queue = asyncio.Queue(maxsize=1)
    await asyncio.gather(produce(queue), consume(queue))

def work():
    asyncio.run(main())
",
};

const FUTURES: Case = Case {
    name: "two tasks that wake each other by futures",
    unit: "switches",
    items: 40_000,
    text: "\
import asyncio

async def answer(questions):
    for _ in range(20_000):
        question = await questions[0]
        questions[0] = asyncio.get_running_loop().create_future()
        question.set_result(questions[0])

async def ask(questions):
    for _ in range(20_000):
        question = asyncio.get_running_loop().create_future()
        questions[0].set_result(question)
        await question

async def main():
    questions = [asyncio.get_running_loop().create_future()]
    await asyncio.gather(answer(questions), ask(questions))

def work():
    asyncio.run(main())
",
};
