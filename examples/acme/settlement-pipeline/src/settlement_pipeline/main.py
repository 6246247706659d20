"""Entry point: reconciles one day, given as YYYY-MM-DD."""

import json
import logging
import os
import sys
from datetime import date

import boto3
import grpc
import psycopg

from settlement_pipeline.ledger import Ledger
from settlement_pipeline.model import Reconciliation
from settlement_pipeline.reconcile import reconcile
from settlement_pipeline.report import to_csv
from settlement_pipeline.settlement_file import parse

log = logging.getLogger("settlement_pipeline")


def run(day: date) -> Reconciliation:
    bucket = boto3.resource("s3").Bucket(os.environ["SETTLEMENT_BUCKET"])
    source = bucket.Object(f"settlements/paybridge/{day}.csv")
    rows = parse(source.get()["Body"].read().decode("utf-8").splitlines())

    with grpc.insecure_channel(os.environ["LEDGER_API_ADDRESS"]) as channel:
        ledger = Ledger(channel)
        result = reconcile(day, rows, ledger.movements(day))
        ledger.book(result)

    bucket.put_object(
        Key=f"settlements/reports/{day}.csv",
        Body=to_csv(result).encode("utf-8"),
        ContentType="text/csv",
    )
    _remember(result)
    return result


def _remember(result: Reconciliation) -> None:
    """Keep one row a day beside the ledger, for the dashboard and the alert."""
    with psycopg.connect(os.environ["LEDGER_DATABASE_URL"]) as connection:
        connection.execute(
            """
            insert into settlement_runs (settled_on, matched_count, difference_count)
            values (%s, %s, %s)
            on conflict (settled_on) do update
              set matched_count = excluded.matched_count,
                  difference_count = excluded.difference_count
            """,
            (result.settled_on, result.matched_count, len(result.differences)),
        )


def main() -> int:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    day = date.fromisoformat(sys.argv[1])
    result = run(day)
    log.info(
        json.dumps(
            {
                "settledOn": str(day),
                "matched": result.matched_count,
                "differences": len(result.differences),
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
