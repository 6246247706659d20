"""Feeds baskets from the clickstream into the counter."""

import json
import logging

from aiokafka import AIOKafkaConsumer

from .pairs import PairCounter

logger = logging.getLogger(__name__)


async def consume(brokers: str, topic: str, counter: PairCounter) -> None:
    """Reads until it is cancelled. Starts at the oldest event: counts live in memory."""
    consumer = AIOKafkaConsumer(
        topic,
        bootstrap_servers=brokers,
        auto_offset_reset="earliest",
        enable_auto_commit=False,
    )
    await consumer.start()
    try:
        async for record in consumer:
            handle(record.value, counter)
    finally:
        await consumer.stop()


def handle(value: bytes, counter: PairCounter) -> None:
    try:
        event = json.loads(value)
        if event["type"] == "purchased":
            counter.add(event["properties"]["skus"])
    except (ValueError, KeyError, TypeError):
        # event-collector checks events, so this is rare and not worth a stop.
        logger.warning("Event was skipped", exc_info=True)
