"""Announces parcels when orders are placed and takes them back when cancelled."""

import json
import logging
from typing import Any

from aiokafka import AIOKafkaConsumer

from shipping_service.carriers import Carriers, ShipmentNotFoundError
from shipping_service.model import Address
from shipping_service.rules import NoCarrierError, carrier_for

log = logging.getLogger(__name__)


async def run(consumer: AIOKafkaConsumer, carriers: Carriers) -> None:
    async for message in consumer:
        await handle(json.loads(message.value), carriers)
        await consumer.commit()


async def handle(event: dict[str, Any], carriers: Carriers) -> None:
    order_number = event["orderNumber"]
    match event["type"]:
        case "order.placed":
            delivery = event["data"]["delivery"]
            address = Address.model_validate(delivery["address"])
            try:
                carrier = carrier_for(delivery["optionId"], address.country)
            except NoCarrierError:
                # A person books it in the console; the queue must go on.
                log.error("no carrier", extra={"order": order_number})
                return
            await carriers.book(carrier, order_number, delivery["optionId"], address)
        case "order.cancelled":
            try:
                await carriers.cancel(await carriers.find(order_number))
            except ShipmentNotFoundError:
                log.info("nothing to cancel", extra={"order": order_number})
        case _:
            pass
