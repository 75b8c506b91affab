"""What an address points to, and which are no addresses of pages."""

import pytest

from timeline.errors import FetchError
from timeline.fetching.target import parse_target


@pytest.mark.parametrize(
    ("address", "host", "port", "authority"),
    [
        pytest.param("http://news.example/a", "news.example", 80, "news.example", id="http"),
        pytest.param("https://news.example/a", "news.example", 443, "news.example", id="https"),
        pytest.param("HTTPS://News.Example:443/a", "news.example", 443, "news.example", id="capitals"),
        pytest.param("http://news.example:8080", "news.example", 8080, "news.example:8080", id="a port"),
        pytest.param("http://news.example./a", "news.example", 80, "news.example", id="a trailing dot"),
        pytest.param("https://münchen.example/", "xn--mnchen-3ya.example", 443, "xn--mnchen-3ya.example", id="a name"),
        pytest.param("http://8.8.8.8/", "8.8.8.8", 80, "8.8.8.8", id="IPv4"),
        pytest.param("http://[2600::17]:81/", "2600::17", 81, "[2600::17]:81", id="IPv6"),
        pytest.param("http://127.0.0.1./", "127.0.0.1", 80, "127.0.0.1", id="IPv4 with a trailing dot"),
        pytest.param("http://127。0。0。1/", "127.0.0.1", 80, "127.0.0.1", id="IPv4 with wide dots"),
        pytest.param("http://a.example#@127.0.0.1/", "a.example", 80, "a.example", id="a fragment"),
    ],
)
def test_an_address_is_taken_apart(address: str, host: str, port: int, authority: str) -> None:
    """What is checked is what is asked, under one spelling."""
    target = parse_target(address)
    assert (target.host, target.port, target.authority) == (host, port, authority)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("", id="empty"),
        pytest.param("news.example/a", id="no scheme"),
        pytest.param("ftp://news.example/a", id="ftp"),
        pytest.param("file:///etc/passwd", id="a file"),
        pytest.param("gopher://127.0.0.1:6379/_x", id="gopher"),
        pytest.param("javascript:alert(1)", id="a script"),
        pytest.param("http:///a", id="no host"),
        pytest.param("//news.example/a", id="no scheme but slashes"),
        pytest.param("http://user@news.example/", id="a user"),
        pytest.param("http://user:word@news.example/", id="a password"),
        pytest.param("http://news.example@127.0.0.1/", id="a name before the host"),
        pytest.param("http://127.0.0.1\\@news.example/", id="a backslash"),
        pytest.param("http://news.example/a b", id="a space"),
        pytest.param("http://news.example/\r\nHost: inside", id="a line end"),
        pytest.param("http://2130706433/", id="decimal"),
        pytest.param("http://0x7f000001/", id="hexadecimal"),
        pytest.param("http://0x7f.0.0.1/", id="hexadecimal in part"),
        pytest.param("http://017700000001/", id="octal"),
        pytest.param("http://0177.0.0.1/", id="octal in part"),
        pytest.param("http://127.1/", id="parts left out"),
        pytest.param("http://127.0.0.1.1/", id="a part too many"),
        pytest.param("http://127.0.0.1../", id="two trailing dots"),
        pytest.param("http://①②⑦.⓪.⓪.①/", id="figures in circles"),
        pytest.param("http://127%2e0%2e0%2e1/", id="escaped dots"),
        pytest.param("http://[::1", id="a bracket too few"),
        pytest.param("http://[fe80::1%25eth0]/", id="a zone"),
        pytest.param("http://news.example:99999999/", id="a port that is none"),
        pytest.param("http://" + "a" * 5000 + ".example/", id="too long"),
    ],
)
def test_what_is_no_address_of_a_page(address: str) -> None:
    """It is refused before anything is resolved."""
    with pytest.raises(FetchError):
        parse_target(address)
