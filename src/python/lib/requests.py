"""requests, simulated: a request blocks the thread for a second and always succeeds."""

import time

from _http import SECONDS, Methods


class RequestException(OSError):
    pass


class HTTPError(RequestException):
    pass


class ConnectionError(RequestException):
    pass


class Timeout(RequestException):
    pass


class Response:
    def __init__(self, url):
        self.status_code = 200
        self.reason = "OK"
        self.ok = True
        self.url = url
        self.headers = {}
        self.text = f"Response from {url}"

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    @property
    def content(self):
        return self.text.encode()

    def json(self):
        return {"url": self.url}

    def raise_for_status(self):
        pass

    def close(self):
        pass


class Session(Methods):
    def __init__(self):
        self.headers = {}

    def request(self, method, url, **options):
        time.sleep(SECONDS)
        return Response(url)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        self.close()


session = Session
_default = Session()
request = _default.request
get = _default.get
post = _default.post
put = _default.put
patch = _default.patch
delete = _default.delete
head = _default.head
options = _default.options
