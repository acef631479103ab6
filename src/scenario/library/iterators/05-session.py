# Title: One session, three requests
# Look for: The session is opened once and shared. Each request has an async with of its own, and the three overlap.
# Level: intermediate
# View: compare
#: One by one
import asyncio

import aiohttp

CITIES = ["oslo", "rome", "lima"]


async def forecast(session, city):
    async with session.get(f"https://weather.example/{city}") as response:
        text = await response.text()
        return city, response.status, len(text)


async def main():
    async with aiohttp.ClientSession() as session:
        for city in CITIES:
            print(*await forecast(session, city))


asyncio.run(main())
#: Together
import asyncio

import aiohttp

CITIES = ["oslo", "rome", "lima"]


async def forecast(session, city):
    async with session.get(f"https://weather.example/{city}") as response:
        text = await response.text()
        return city, response.status, len(text)


async def main():
    async with aiohttp.ClientSession() as session:
        calls = [forecast(session, city) for city in CITIES]
        for result in await asyncio.gather(*calls):
            print(*result)


asyncio.run(main())
