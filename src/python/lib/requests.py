"""requests, simulated: a request blocks the thread for a second and always succeeds."""

import time

_SECONDS = 1.0


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


class Session:
    """Every method of HTTP is the same here."""

    def __init__(self):
        self.headers = {}

    def request(self, method, url, **options):
        time.sleep(_SECONDS)
        return Response(url)

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def post(self, url, **options):
        return self.request("POST", url, **options)

    def put(self, url, **options):
        return self.request("PUT", url, **options)

    def patch(self, url, **options):
        return self.request("PATCH", url, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)

    def head(self, url, **options):
        return self.request("HEAD", url, **options)

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
