"""aiohttp's client, simulated: a request takes a second, when it is awaited or entered, and always succeeds."""

import asyncio

from _http import SECONDS, Methods


class ClientError(Exception):
    pass


class ClientConnectionError(ClientError):
    pass


class ClientResponseError(ClientError):
    pass


class ClientResponse:
    def __init__(self, method, url):
        self.method = method
        self.url = url
        self.status = 200
        self.reason = "OK"
        self.ok = True
        self.headers = {}
        self._text = f"Response from {url}"

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>"

    async def text(self, encoding=None, errors="strict"):
        return self._text

    async def json(self, **options):
        return {"url": self.url}

    async def read(self):
        return self._text.encode()

    def raise_for_status(self):
        pass

    def release(self):
        pass

    def close(self):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


class _RequestContextManager:
    """What a method gives: it can be awaited, or entered with `async with`."""

    def __init__(self, coro):
        self._coro = coro
        self._response = None

    def __await__(self):
        return self._coro.__await__()

    async def __aenter__(self):
        self._response = await self._coro
        return await self._response.__aenter__()

    async def __aexit__(self, exc_type, exc, tb):
        await self._response.__aexit__(exc_type, exc, tb)


class ClientSession(Methods):
    def __init__(self, *args, **options):
        asyncio.get_running_loop()
        self.closed = False

    async def _request(self, method, url, **options):
        if self.closed:
            raise RuntimeError("Session is closed")
        await asyncio.sleep(SECONDS)
        return ClientResponse(method, url)

    def request(self, method, url, **options):
        return _RequestContextManager(self._request(method, url, **options))

    async def close(self):
        self.closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await self.close()


class ClientTimeout:
    def __init__(self, **options):
        self.options = options


class TCPConnector:
    def __init__(self, **options):
        self.options = options
