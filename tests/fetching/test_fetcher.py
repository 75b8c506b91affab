"""Pages are fetched from the public web, and from nowhere else."""

import asyncio
import gzip
import ssl
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.fetching.conftest import ARTICLE, Web, page, redirect
from timeline.errors import FetchError
from timeline.fetching.fetcher import Fetcher, Limits
from timeline.fetching.public import IpAddress


async def test_a_page_is_fetched_and_read(web: Web) -> None:
    """Its address is that of the page, and its date what it states."""
    article = (await web.fetcher().fetch(web.url("/#top"))).read()
    assert (article.url, article.published, article.title) == (web.url("/"), date(2024, 5, 20), "Talks")
    assert "met Per Holm" in article.text


async def test_the_name_is_told_to_the_server(web: Web) -> None:
    """The connection goes to the address, and the server learns which of its names is asked."""
    await web.fetcher().fetch(web.url())
    assert f"Host: news.example:{web.port}\r\n" in web.requests[0]


async def test_the_charset_of_the_header_holds(web: Web) -> None:
    """Where neither a mark nor UTF-8 says otherwise."""
    web.pages["/"] = page("Vilnius, 20 May 2024 — Šiauliai šventė, sakė Žilvinas Šulskis.".encode("cp1257"),
        media_type="text/plain; charset=windows-1257")  # fmt: skip
    assert "Šiauliai" in (await web.fetcher().fetch(web.url())).read(published=date(2024, 5, 20)).text


async def test_gzip_is_unpacked(web: Web) -> None:
    """It is the one coding that is asked for."""
    web.pages["/"] = page(gzip.compress(ARTICLE), "Content-Encoding: gzip")
    assert (await web.fetcher().fetch(web.url())).content == ARTICLE
    assert "Accept-Encoding: gzip\r\n" in web.requests[0]


async def test_redirects_are_followed(web: Web) -> None:
    """Relative ones, and those to another name."""
    web.pages |= {"/old": redirect("/older?x=1"), "/older?x=1": redirect(web.url("/", "other.example"))}
    assert (await web.fetcher().fetch(web.url("/old"))).url == web.url("/", "other.example")
    assert web.asked == ["news.example", "news.example", "other.example"]


async def test_five_redirects_are_followed_and_no_more(web: Web) -> None:
    """A loop ends."""
    web.pages |= {f"/{number}": redirect(f"/{number - 1}") for number in range(1, 8)} | {"/0": page()}
    assert (await web.fetcher().fetch(web.url("/5"))).url == web.url("/0")
    with pytest.raises(FetchError, match="redirects"):
        await web.fetcher().fetch(web.url("/6"))


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://127.0.0.1/", id="loopback"),
        pytest.param("http://127.0.0.1./", id="loopback with a trailing dot"),
        pytest.param("http://169.254.169.254/latest/meta-data/", id="link-local"),
        pytest.param("http://10.0.0.1/", id="private"),
        pytest.param("https://[::1]/", id="loopback, 6"),
        pytest.param("http://[::ffff:127.0.0.1]/", id="mapped"),
        pytest.param("http://[::ffff:7f00:1]/", id="mapped in hexadecimal"),
        pytest.param("http://[64:ff9b::7f00:1]/", id="NAT64"),
        pytest.param("http://2130706433/", id="decimal"),
        pytest.param("http://0x7f.1/", id="hexadecimal"),
        pytest.param("http://8.8.8.8:22/", id="another port"),
        pytest.param("ftp://8.8.8.8/", id="another scheme"),
        pytest.param("http://a@8.8.8.8/", id="credentials"),
    ],
)
async def test_what_may_not_be_asked_is_not_asked(web: Web, url: str) -> None:
    """Neither at once nor after a redirect."""
    with pytest.raises(FetchError):
        await web.fetcher().fetch(url)
    assert web.requests == []
    web.pages["/"] = redirect(url)
    with pytest.raises(FetchError):
        await web.fetcher().fetch(web.url())
    assert len(web.requests) == 1


@pytest.mark.parametrize("name", ["localhost", "localhost.", "LOCALHOST"])
async def test_the_system_resolver_is_checked_too(name: str) -> None:
    """Whatever the machine calls itself, or does not know."""
    with pytest.raises(FetchError):
        await Fetcher().fetch(f"http://{name}/")


@pytest.mark.parametrize(
    "addresses",
    [["10.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["::1"], ["fe80::1%eth0"], ["2600::17", "::ffff:192.168.0.1"]],
)
async def test_a_name_with_an_address_inside_is_refused(web: Web, addresses: list[str]) -> None:
    """One that is not public is enough, and the message does not tell it."""
    web.names["news.example"] = [addresses]
    with pytest.raises(FetchError, match=r"'news\.example' may not be fetched") as refused:
        await web.fetcher().fetch("http://news.example/")
    assert not any(address in str(refused.value) for address in addresses)


async def test_the_connection_goes_to_the_address_that_was_checked(web: Web) -> None:
    """A name that resolves differently the second time is not asked a second time."""
    web.names["news.example"] = [["127.0.0.1"], ["10.0.0.1"]]
    await web.fetcher().fetch(web.url())
    assert (web.asked, len(web.requests)) == (["news.example"], 1)


async def test_a_redirect_to_the_same_name_is_resolved_and_checked_anew(web: Web) -> None:
    """The first answer does not vouch for the second."""
    web.names["news.example"] = [["127.0.0.1"], ["10.0.0.1"]]
    web.pages["/old"] = redirect("/")
    with pytest.raises(FetchError, match="may not be fetched"):
        await web.fetcher().fetch(web.url("/old"))
    assert len(web.requests) == 1


async def test_another_address_is_tried_where_one_does_not_answer(web: Web) -> None:
    """As browsers do."""

    def allows(address: IpAddress, port: int) -> str | None:
        return None if address.is_loopback else "is elsewhere"

    async def resolve(host: str, port: int) -> list[str]:
        return ["::1", "127.0.0.1"]

    assert (await Fetcher(rule=allows, resolver=resolve).fetch(web.url())).content == ARTICLE


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        pytest.param(page(status="404 Not Found"), "404", id="not found"),
        pytest.param(page(status="503 Busy"), "503", id="an error"),
        pytest.param(page(status="204 No Content"), "204", id="nothing"),
        pytest.param(page(media_type="application/pdf"), "application/pdf", id="a PDF"),
        pytest.param(page(media_type="application/json"), "application/json", id="JSON"),
        pytest.param(page(media_type=""), "no media type", id="no media type"),
        pytest.param(page(ARTICLE, "Content-Encoding: br"), "'br'", id="another coding"),
        pytest.param(page(ARTICLE, "Content-Encoding: gzip, gzip"), "gzip, gzip", id="two codings"),
        pytest.param(page(ARTICLE, "Content-Encoding: gzip"), "broken", id="no gzip"),
        pytest.param(page(b"a" * 2001), "2,000 bytes", id="too large"),
        pytest.param(page(gzip.compress(bytes(10**6)), "Content-Encoding: gzip"), "2,000 bytes", id="a bomb"),
        pytest.param(page()[:-20], "failed", id="cut off"),
        pytest.param(b"SSH-2.0-OpenSSH_9.2\r\n", "failed", id="no HTTP"),
        pytest.param(b"", "failed", id="silence and an end"),
    ],
)
async def test_what_is_no_page_is_told(web: Web, answer: bytes, message: str) -> None:
    """The message names the host and the reason."""
    web.pages["/"] = answer
    with pytest.raises(FetchError, match=message) as refused:
        await web.fetcher(Limits(size=2000)).fetch(web.url())
    assert "'news.example'" in str(refused.value)


async def _slowly(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while not writer.is_closing():
        writer.write(b".")
        await writer.drain()
        await asyncio.sleep(0.01)


async def _slow_headers(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while not writer.is_closing():
        writer.write(b"X-More: yes\r\n")
        await writer.drain()
        await asyncio.sleep(0.01)


async def _without_end(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while not writer.is_closing():
        writer.write(b"<p>more</p>" * 100)
        await writer.drain()


@pytest.mark.parametrize(
    ("answer", "message"),
    [(_slowly, "within 0.3 s"), (_slow_headers, "within 0.3 s"), (_without_end, "larger than")],
    ids=["a slow body", "slow headers", "a body without end"],
)
async def test_time_and_size_are_bounded(
    web: Web, answer: Callable[[asyncio.StreamWriter], asyncio.Future[None]], message: str
) -> None:
    """However a server draws it out."""
    web.pages["/"] = answer
    seconds = 0.3 if "within" in message else 15.0
    with pytest.raises(FetchError, match=message):
        await web.fetcher(Limits(seconds=seconds, size=100_000)).fetch(web.url())


async def test_resolving_counts_as_time(web: Web) -> None:
    """The bound is over everything."""

    async def never(host: str, port: int) -> list[str]:
        await asyncio.Event().wait()
        return []

    with pytest.raises(FetchError, match="within"):
        await Fetcher(resolver=never, limits=Limits(seconds=0.05)).fetch("http://news.example/")


async def test_proxies_of_the_environment_are_not_used(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a proxy would resolve could not be checked."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert (await web.fetcher().fetch(web.url())).content == ARTICLE


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for `news.example`, with its key."""
    path = tmp_path_factory.mktemp("tls") / "news.pem"
    name = ["-subj", "/CN=news.example", "-addext", "subjectAltName=DNS:news.example"]
    made = ["-newkey", "rsa:2048", "-noenc", "-days", "2", "-keyout", str(path), "-out", str(path.with_suffix(".crt"))]
    subprocess.run(["openssl", "req", "-x509", *made, *name], check=True, capture_output=True)  # noqa: S607 - the tool of the machine
    path.write_text(path.read_text() + path.with_suffix(".crt").read_text())
    return path


@pytest.mark.parametrize(("host", "is_named"), [("news.example", True), ("other.example", False)])
async def test_the_certificate_is_that_of_the_name(certificate: Path, host: str, *, is_named: bool) -> None:
    """The connection is pinned to an address, and TLS still asks for the name."""
    serving = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    serving.load_cert_chain(certificate)
    asking = ssl.create_default_context(cafile=str(certificate))
    async with Web().serving(serving) as web:
        url = web.url(host=host).replace("http:", "https:")
        if is_named:
            assert (await web.fetcher(tls=asking).fetch(url)).content == ARTICLE
        else:
            with pytest.raises(FetchError, match="failed"):
                await web.fetcher(tls=asking).fetch(url)
