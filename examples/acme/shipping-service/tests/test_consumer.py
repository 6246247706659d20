import asyncio
from typing import Any
from unittest.mock import AsyncMock

from shipping_service.carriers import Carriers, ShipmentNotFoundError
from shipping_service.consumer import handle
from shipping_service.model import Carrier


def event(type_: str, country: str = "NL") -> dict[str, Any]:
    return {
        "id": "e1",
        "type": type_,
        "orderNumber": "AC-20418833",
        "data": {
            "delivery": {
                "optionId": "express",
                "address": {
                    "recipient": "Ana Lima",
                    "lines": ["Coolsingel 42"],
                    "postalCode": "3011 AD",
                    "city": "Rotterdam",
                    "country": country,
                },
            }
        },
    }


def test_books_a_parcel_for_a_placed_order() -> None:
    carriers = AsyncMock(spec=Carriers)
    asyncio.run(handle(event("order.placed"), carriers))
    carriers.book.assert_awaited_once()
    assert carriers.book.await_args.args[:2] == (Carrier.SWIFTPARCEL, "AC-20418833")


def test_goes_on_when_no_carrier_fits() -> None:
    carriers = AsyncMock(spec=Carriers)
    asyncio.run(handle(event("order.placed", country="SE"), carriers))
    carriers.book.assert_not_awaited()


def test_cancelling_twice_is_no_error() -> None:
    carriers = AsyncMock(spec=Carriers)
    carriers.find.side_effect = ShipmentNotFoundError
    asyncio.run(handle(event("order.cancelled"), carriers))
    carriers.cancel.assert_not_awaited()
