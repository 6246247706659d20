"""Writes tables to the data lake."""

import dataclasses
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import boto3
import pyarrow as pa
import pyarrow.parquet as pq

SESSIONS = pa.schema(
    [
        ("session_id", pa.string()),
        ("visitor_id", pa.string()),
        ("site", pa.string()),
        ("started_at", pa.timestamp("ms", tz="UTC")),
        ("ended_at", pa.timestamp("ms", tz="UTC")),
        ("event_count", pa.int32()),
        ("furthest_step", pa.string()),
        ("revenue", pa.decimal128(12, 2)),
        ("currency", pa.string()),
    ]
)
FUNNEL = pa.schema(
    [
        ("day", pa.date32()),
        ("site", pa.string()),
        ("step", pa.string()),
        ("session_count", pa.int64()),
    ]
)


class DataLake:
    def __init__(self, endpoint: str, bucket: str) -> None:
        self._client = boto3.client("s3", endpoint_url=endpoint)
        self._bucket = bucket

    def write(self, name: str, hour: datetime, rows: Sequence[Any], schema: pa.Schema) -> str:
        """Replaces the partition of one hour, so that a run can be repeated."""
        table = pa.Table.from_pylist([dataclasses.asdict(row) for row in rows], schema=schema)
        buffer = io.BytesIO()
        pq.write_table(table, buffer, compression="zstd")
        key = f"curated/{name}/day={hour:%Y-%m-%d}/hour={hour:%H}/part-0.parquet"
        self._client.put_object(Bucket=self._bucket, Key=key, Body=buffer.getvalue())
        return key
