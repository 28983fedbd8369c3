from __future__ import annotations

import pytest

from firsthand.annotate.outlethome import home_of_outlet
from firsthand.extract import plain_article


def homes(*, url: str | None = None, outlet: str | None = None) -> list[set[str]]:
    article = plain_article("x", item="x", url=url, outlet=outlet)
    return [{f"{place.name} {place.country}" for place in home} for home in home_of_outlet(article)]


@pytest.mark.parametrize(
    ("url", "home"),
    [
        ("https://www.tulsaworld.com/a/b.html", "Tulsa US"),
        ("http://m.yorkpress.co.uk/news", "York GB"),
        ("https://thetelegram.com", "St. John's CA"),
    ],
)
def test_a_listed_outlet_has_one_town(url: str, home: str) -> None:
    assert homes(url=url)[0] == {home}


def test_the_host_of_an_unlisted_outlet_tells_towns_and_country() -> None:
    found = homes(url="https://www.thechesterpost.co.uk/a")

    assert {"United Kingdom GB"} in found
    assert any("Chester GB" in home and "Chester US" in home for home in found)


@pytest.mark.parametrize(
    ("outlet", "among"),
    [
        ("Chester Post", "Chester GB"),
        ("The New York Times", "New York City US"),
        ("Richmond Times-Dispatch", "Richmond US"),
    ],
)
def test_the_name_of_an_outlet_tells_towns(outlet: str, among: str) -> None:
    assert any(among in home for home in homes(outlet=outlet))


@pytest.mark.parametrize("outlet", ["The Daily Mail", "Reuters", "The Guardian", ""])
def test_a_name_without_a_town_tells_nothing(outlet: str) -> None:
    assert homes(outlet=outlet or None) == []


def test_where_anybody_writes_is_no_home() -> None:
    assert homes(url="https://en.wikinews.org/wiki/X") == []
    assert homes(url="https://someoxfordblog.blogspot.com/x") == []
