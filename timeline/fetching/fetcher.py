"""Fetches one page, and connects to nothing that the rule does not allow.

Whoever names an address can make this program ask it from inside a network (server-side request forgery). So a name is
resolved once, every address that it has is checked, and the connection goes to a checked address itself, with the name
in the `Host` header and in TLS: what resolves differently a moment later is not asked again. Every redirect is an
address like the first.
"""

import asyncio
import ssl
from collections.abc import Sequence
from ipaddress import ip_address
from typing import NamedTuple

import httpx2

from timeline.errors import FetchError
from timeline.fetching.body import BrokenBodyError, TooLargeError, read_body
from timeline.fetching.page import KINDS, Page
from timeline.fetching.public import IpAddress, Rule, public_web
from timeline.fetching.resolving import Resolver, resolve
from timeline.fetching.target import Target, parse_target
from timeline.version import __version__

_MOST_ADDRESSES = 4
"""So many addresses of a name are tried."""

_HEADERS = {
    "User-Agent": f"timeline-extract/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
    "Accept-Language": "en, *;q=0.5",
    # What brotli and zstd unpack to cannot be bounded before it is there.
    "Accept-Encoding": "gzip",
}
_GZIP = ("gzip", "x-gzip")
_PLAIN = ("", "identity")


class Limits(NamedTuple):
    """How much is fetched: seconds in all and for a connection, bytes of the unpacked body, redirects."""

    seconds: float = 15.0
    connect_seconds: float = 5.0
    size: int = 5_000_000
    redirects: int = 5


USUAL_LIMITS = Limits()


class Fetcher:
    """Fetches pages, with no proxy and no other setting of the environment; `tls` is for certificates of one's own."""

    def __init__(
        self,
        *,
        rule: Rule = public_web,
        resolver: Resolver = resolve,
        limits: Limits = USUAL_LIMITS,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._rule = rule
        self._resolver = resolver
        self._limits = limits
        self._tls = tls or httpx2.create_ssl_context(trust_env=False)

    async def fetch(self, url: str) -> Page:
        """Return the page at `url`, a text of http or https.

        Raises:
            FetchError: It may not be fetched, or there is no page; the message names the host and the reason.
        """
        target = parse_target(url)
        try:
            async with asyncio.timeout(self._limits.seconds):
                for _ in range(self._limits.redirects + 1):
                    found = await self._ask(target)
                    if isinstance(found, Page):
                        return found
                    target = found
        except TimeoutError:
            raise FetchError(f"{target.host!r} did not answer within {self._limits.seconds:g} s") from None
        raise FetchError(f"{target.host!r} leads on and on: more than {self._limits.redirects} redirects")

    async def _ask(self, target: Target) -> Page | Target:
        """Return the page, or where it redirects to."""
        addresses = await self._checked_addresses(target)
        try:
            async with self._transport() as transport:
                response = await self._connect(transport, target, addresses)
                try:
                    return await self._read(target, response)
                finally:
                    await response.aclose()
        except httpx2.TransportError as error:
            raise FetchError(f"the connection to {target.host!r} failed: {type(error).__name__}") from error

    def _transport(self) -> httpx2.AsyncHTTPTransport:
        return httpx2.AsyncHTTPTransport(verify=self._tls, trust_env=False)

    async def _checked_addresses(self, target: Target) -> list[IpAddress]:
        if target.literal is not None:
            addresses = [target.literal]
        else:
            addresses = [ip_address(one.partition("%")[0]) for one in await self._resolve(target)]
        for address in addresses:
            if reason := self._rule(address, target.port):
                raise FetchError(f"{target.host!r} may not be fetched: it {reason}; save the page and give its text")
        return addresses[:_MOST_ADDRESSES]

    async def _resolve(self, target: Target) -> Sequence[str]:
        try:
            found = await self._resolver(target.host, target.port)
        except (OSError, UnicodeError):
            found = ()
        if not found:
            raise FetchError(f"there is no host {target.host!r}; check the address")
        return found

    async def _connect(
        self, transport: httpx2.AsyncHTTPTransport, target: Target, addresses: Sequence[IpAddress]
    ) -> httpx2.Response:
        *others, last = addresses
        for address in others:
            try:
                return await transport.handle_async_request(self._request(target, address))
            except (httpx2.ConnectError, httpx2.ConnectTimeout):
                continue
        return await transport.handle_async_request(self._request(target, last))

    def _request(self, target: Target, address: IpAddress) -> httpx2.Request:
        """Return the request to the address itself; TLS asks for the certificate of the name."""
        seconds = self._limits.seconds
        timeout = httpx2.Timeout(seconds, connect=self._limits.connect_seconds)
        return httpx2.Request(
            "GET",
            target.url.copy_with(host=str(address), fragment=None),
            headers={**_HEADERS, "Host": target.authority},
            extensions={"sni_hostname": target.host, "timeout": timeout.as_dict()},
        )

    async def _read(self, target: Target, response: httpx2.Response) -> Page | Target:
        if response.has_redirect_location:
            return parse_target(str(target.url.join(response.headers["Location"])))
        if response.status_code != httpx2.codes.OK:
            raise FetchError(f"{target.host!r} answered {response.status_code}; check the address")
        media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if media_type not in KINDS:
            raise FetchError(
                f"{target.host!r} sent {media_type[:80] or 'no media type'!r}, which is no HTML and no text"
            )
        url = str(target.url.copy_with(fragment=None))
        return Page(await self._content(target, response), url, media_type, response.charset_encoding)

    async def _content(self, target: Target, response: httpx2.Response) -> bytes:
        coding = response.headers.get("Content-Encoding", "").strip().lower()
        if coding not in (*_GZIP, *_PLAIN):
            raise FetchError(f"{target.host!r} packed the page as {coding[:80]!r}, which was not asked for")
        try:
            return await read_body(response.aiter_raw(), is_gzip=coding in _GZIP, most=self._limits.size)
        except TooLargeError:
            raise FetchError(f"the page at {target.host!r} is larger than {self._limits.size:,} bytes") from None
        except BrokenBodyError:
            raise FetchError(f"the page at {target.host!r} came broken; try again") from None
