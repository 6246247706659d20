"""Reads a span of time from the clickstream topic."""

import logging
from collections.abc import Iterator
from datetime import datetime

from confluent_kafka import Consumer, KafkaException, TopicPartition

from .event import Event, parse

logger = logging.getLogger(__name__)


def read_events(brokers: str, topic: str, start: datetime, end: datetime) -> Iterator[Event]:
    """Yields events received in [start, end), partition by partition."""
    consumer = Consumer(
        {
            "bootstrap.servers": brokers,
            "group.id": "analytics-pipeline",
            # Offsets follow from time, so that a run can be repeated.
            "enable.auto.commit": False,
            "enable.partition.eof": False,
        }
    )
    try:
        partitions = consumer.list_topics(topic, timeout=10).topics[topic].partitions
        for partition in partitions:
            first = offset_at(consumer, topic, partition, start)
            last = offset_at(consumer, topic, partition, end)
            consumer.assign([TopicPartition(topic, partition, first)])
            yield from read_partition(consumer, last - first)
    finally:
        consumer.close()


def offset_at(consumer: Consumer, topic: str, partition: int, time: datetime) -> int:
    wanted = TopicPartition(topic, partition, int(time.timestamp() * 1000))
    [found] = consumer.offsets_for_times([wanted], timeout=10)
    if found.offset >= 0:
        return found.offset
    # Nothing is as young as that: the end of the partition.
    _, high = consumer.get_watermark_offsets(TopicPartition(topic, partition), timeout=10)
    return high


def read_partition(consumer: Consumer, count: int) -> Iterator[Event]:
    skipped = 0
    for _ in range(count):
        message = consumer.poll(timeout=30)
        if message is None:
            raise TimeoutError("No message within 30 seconds")
        if message.error():
            raise KafkaException(message.error())
        try:
            yield parse(message.value())
        except (KeyError, ValueError):
            skipped += 1
    if skipped:
        logger.warning("Events were skipped", extra={"count": skipped})
