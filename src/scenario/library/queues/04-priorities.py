# Title: The most urgent first
# Look for: What lies in the queue is sorted; what is being worked on is not interrupted.
# Level: intermediate
# View: timeline
#: Program
import asyncio


async def doctor(patients):
    while True:
        urgency, name = await patients.get()
        print(f"treats {name} ({urgency})")
        await asyncio.sleep(2)
        patients.task_done()


async def main():
    patients = asyncio.PriorityQueue()
    on_duty = asyncio.create_task(doctor(patients), name="doctor")
    for after, urgency, name in ((0, 3, "Ann"), (1, 2, "Bob"), (0, 5, "Cid"), (0, 1, "Dee")):
        await asyncio.sleep(after)
        await patients.put((urgency, name))
    await patients.join()
    on_duty.cancel()


asyncio.run(main())
