"""Which carrier brings what where, and for how much. No I/O."""

from dataclasses import dataclass

from shipping_service.model import Carrier, Option

CURRENCY = {"GB": "GBP", "SE": "SEK", "DK": "DKK", "PL": "PLN", "CZ": "CZK"}

# One euro in each currency, for prices only. Set twice a year by finance.
FACTOR = {"EUR": 1.0, "GBP": 0.9, "SEK": 11.0, "DKK": 7.5, "PLN": 4.3, "CZK": 25.0}


@dataclass(frozen=True)
class Tariff:
    option_id: str
    carrier: Carrier
    label: str
    countries: frozenset[str]
    max_weight_grams: int
    euro_cents: int
    min_days: int
    max_days: int


WEST = frozenset({"AT", "BE", "DE", "DK", "GB", "NL", "SE"})
EAST = frozenset({"CZ", "PL"})

# The first tariff of an option that fits is the one that is used.
TARIFFS = (
    Tariff(
        option_id="home-standard",
        carrier=Carrier.NORTHPOST,
        label="To your home",
        countries=WEST,
        max_weight_grams=31_500,
        euro_cents=495,
        min_days=2,
        max_days=3,
    ),
    Tariff(
        option_id="home-standard",
        carrier=Carrier.KURIER24,
        label="To your home",
        countries=EAST,
        max_weight_grams=30_000,
        euro_cents=395,
        min_days=1,
        max_days=3,
    ),
    Tariff(
        option_id="home-standard",
        carrier=Carrier.SWIFTPARCEL,
        label="Two-man delivery to your home",
        countries=WEST | EAST,
        max_weight_grams=200_000,
        euro_cents=3900,
        min_days=4,
        max_days=7,
    ),
    Tariff(
        option_id="pickup-point",
        carrier=Carrier.NORTHPOST,
        label="To a pick-up point",
        countries=WEST - {"GB"},
        max_weight_grams=20_000,
        euro_cents=295,
        min_days=2,
        max_days=2,
    ),
    Tariff(
        option_id="pickup-point",
        carrier=Carrier.KURIER24,
        label="To a parcel locker",
        countries=EAST,
        max_weight_grams=25_000,
        euro_cents=195,
        min_days=1,
        max_days=2,
    ),
    Tariff(
        option_id="express",
        carrier=Carrier.SWIFTPARCEL,
        label="Tomorrow",
        countries=frozenset({"BE", "DE", "NL"}),
        max_weight_grams=31_500,
        euro_cents=995,
        min_days=1,
        max_days=1,
    ),
)


class NoCarrierError(Exception):
    """Nobody brings this parcel there."""


def options(country: str, weight_grams: int) -> list[Option]:
    found: dict[str, Option] = {}
    for tariff in TARIFFS:
        if tariff.option_id not in found and _fits(tariff, country, weight_grams):
            currency = CURRENCY.get(country, "EUR")
            found[tariff.option_id] = Option(
                id=tariff.option_id,
                carrier=tariff.carrier,
                label=tariff.label,
                price_minor=round(tariff.euro_cents * FACTOR[currency]),
                currency=currency,
                min_days=tariff.min_days,
                max_days=tariff.max_days,
            )
    return sorted(found.values(), key=lambda option: option.price_minor)


def carrier_for(option_id: str, country: str, weight_grams: int = 1) -> Carrier:
    for tariff in TARIFFS:
        if tariff.option_id == option_id and _fits(tariff, country, weight_grams):
            return tariff.carrier
    raise NoCarrierError(f"No carrier for '{option_id}' to {country}")


def _fits(tariff: Tariff, country: str, weight_grams: int) -> bool:
    return country in tariff.countries and weight_grams <= tariff.max_weight_grams
