"""httpx, simulated: a request takes a second and always succeeds."""

import asyncio
import time

from _http import SECONDS, Methods


class HTTPError(Exception):
    pass


class RequestError(HTTPError):
    pass


class TimeoutException(RequestError):
    pass


class HTTPStatusError(HTTPError):
    pass


class Response:
    def __init__(self, method, url):
        self.status_code = 200
        self.reason_phrase = "OK"
        self.url = url
        self.headers = {}
        self.is_success = True
        self.text = f"Response from {url}"

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"

    @property
    def content(self):
        return self.text.encode()

    def json(self):
        return {"url": self.url}

    def raise_for_status(self):
        return self

    def read(self):
        return self.content

    async def aread(self):
        return self.content


class _Base:
    def __init__(self, **options):
        self.is_closed = False

    def _check_open(self):
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")


class Client(_Base, Methods):
    """A client whose requests block the thread."""

    def request(self, method, url, **options):
        self._check_open()
        time.sleep(SECONDS)
        return Response(method, url)

    def close(self):
        self.is_closed = True

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        self.close()


class AsyncClient(_Base):
    """A client whose requests are awaited. Each method is a coroutine function of its own: a warning about one never awaited names it."""

    async def request(self, method, url, **options):
        self._check_open()
        await asyncio.sleep(SECONDS)
        return Response(method, url)

    async def get(self, url, **options):
        return await self.request("GET", url, **options)

    async def post(self, url, **options):
        return await self.request("POST", url, **options)

    async def put(self, url, **options):
        return await self.request("PUT", url, **options)

    async def patch(self, url, **options):
        return await self.request("PATCH", url, **options)

    async def delete(self, url, **options):
        return await self.request("DELETE", url, **options)

    async def head(self, url, **options):
        return await self.request("HEAD", url, **options)

    async def aclose(self):
        self.is_closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await self.aclose()


class Timeout:
    def __init__(self, timeout=None, **options):
        self.timeout = timeout


class Limits:
    def __init__(self, **options):
        self.options = options


_default = Client()
request = _default.request
get = _default.get
post = _default.post
put = _default.put
patch = _default.patch
delete = _default.delete
head = _default.head
options = _default.options
