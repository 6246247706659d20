import pytest

from shipping_service.model import Carrier
from shipping_service.rules import NoCarrierError, carrier_for, options


def test_cheapest_option_comes_first() -> None:
    found = options("NL", 1500)
    assert [(option.id, option.price_minor) for option in found] == [
        ("pickup-point", 295),
        ("home-standard", 495),
        ("express", 995),
    ]


def test_heavy_goods_come_with_two_people() -> None:
    [only] = options("DE", 45_000)
    assert only.carrier is Carrier.SWIFTPARCEL
    assert (only.min_days, only.max_days) == (4, 7)


def test_prices_are_in_the_currency_of_the_country() -> None:
    cheapest = options("PL", 1500)[0]
    # € 1.95 times 4.3
    assert (cheapest.price_minor, cheapest.currency) == (838, "PLN")


@pytest.mark.parametrize(
    ("option_id", "country", "carrier"),
    [
        ("home-standard", "SE", Carrier.NORTHPOST),
        ("home-standard", "CZ", Carrier.KURIER24),
        ("express", "BE", Carrier.SWIFTPARCEL),
    ],
)
def test_carrier_follows_from_option_and_country(
    option_id: str, country: str, carrier: Carrier
) -> None:
    assert carrier_for(option_id, country) is carrier


def test_says_when_nobody_goes_there() -> None:
    with pytest.raises(NoCarrierError, match="'express' to SE"):
        carrier_for("express", "SE")
