"""Client of carrier-adapter, which speaks to the three carriers."""

import httpx

from shipping_service.model import (
    Address,
    Carrier,
    LabelRequest,
    Shipment,
    ShipmentStatus,
    TrackingEvent,
)


class ShipmentNotFoundError(Exception):
    pass


class Carriers:
    """The carriers hold all state: a booking is found by its reference.

    Carriers answer a second booking of the same reference with the first one, so
    every call can be repeated.
    """

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def book(
        self, carrier: Carrier, reference: str, option_id: str, address: Address
    ) -> Shipment:
        response = await self._http.put(
            f"/bookings/{carrier}/{reference}",
            json={
                "service": option_id,
                "address": address.model_dump(by_alias=True),
            },
        )
        response.raise_for_status()
        return _shipment(response.json())

    async def find(self, reference: str) -> Shipment:
        response = await self._http.get(f"/bookings/{reference}")
        if response.status_code == httpx.codes.NOT_FOUND:
            raise ShipmentNotFoundError(f"No shipment for order '{reference}'")
        response.raise_for_status()
        return _shipment(response.json())

    async def cancel(self, shipment: Shipment) -> None:
        response = await self._http.delete(
            f"/bookings/{shipment.carrier}/{shipment.order_number}"
        )
        response.raise_for_status()

    async def label(self, shipment: Shipment, request: LabelRequest) -> bytes:
        response = await self._http.post(
            f"/bookings/{shipment.carrier}/{shipment.order_number}/label",
            json=request.model_dump(by_alias=True),
        )
        response.raise_for_status()
        return response.content

    async def tracking(self, shipment: Shipment) -> list[TrackingEvent]:
        response = await self._http.get(
            f"/tracking/{shipment.carrier}/{shipment.tracking_number}"
        )
        response.raise_for_status()
        return [TrackingEvent.model_validate(event) for event in response.json()]


def _shipment(body: dict[str, str]) -> Shipment:
    return Shipment(
        order_number=body["reference"],
        carrier=Carrier(body["carrier"]),
        tracking_number=body["trackingNumber"],
        status=ShipmentStatus(body["status"]),
    )
