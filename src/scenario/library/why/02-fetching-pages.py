# Title: Fetching pages, blocking or awaited
# Look for: Both fetch four pages of a second each. Only the client that is awaited lets the requests overlap.
# Level: first steps
# View: compare
#: requests
import time

import requests

PAGES = ["home", "news", "shop", "help"]


def fetch(page):
    response = requests.get(f"https://example.org/{page}")
    return len(response.text)


start = time.perf_counter()
sizes = [fetch(page) for page in PAGES]
print(sizes, f"{time.perf_counter() - start:.1f} s")
#: httpx
import asyncio
import time

import httpx

PAGES = ["home", "news", "shop", "help"]


async def fetch(client, page):
    response = await client.get(f"https://example.org/{page}")
    return len(response.text)


async def main():
    start = time.perf_counter()
    async with httpx.AsyncClient() as client:
        sizes = await asyncio.gather(*(fetch(client, page) for page in PAGES))
    print(sizes, f"{time.perf_counter() - start:.1f} s")


asyncio.run(main())
