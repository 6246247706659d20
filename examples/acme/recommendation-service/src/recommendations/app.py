"""The HTTP surface."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

import asyncpg
from fastapi import FastAPI, Query, Request, Response
from fastapi.responses import JSONResponse

from .clickstream import consume
from .pairs import PairCounter

SUCCESSOR = "https://apis.acme.example/search/v1/products/{productId}/similar"


def create_app(counter: PairCounter | None = None) -> FastAPI:
    """Makes the application; tests pass a counter and get no Kafka and no database."""
    pairs = counter or PairCounter()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        if counter is not None:
            yield
            return
        app.state.pool = await asyncpg.create_pool(os.environ["PRODUCTS_DB_URL"], max_size=4)
        task = asyncio.create_task(
            consume(os.environ["KAFKA_BROKERS"], os.environ["CLICKSTREAM_TOPIC"], pairs)
        )
        forgetting = asyncio.create_task(forget_daily(pairs))
        yield
        task.cancel()
        forgetting.cancel()
        await app.state.pool.close()

    app = FastAPI(title="Recommendations", version="0.44.7", lifespan=lifespan)

    @app.middleware("http")
    async def announce_sunset(request: Request, call_next):
        response = await call_next(request)
        # RFC 9745 and RFC 8594: clients that look can warn their owners.
        response.headers["Deprecation"] = "@1772323200"
        response.headers["Sunset"] = "Wed, 31 Mar 2027 00:00:00 GMT"
        response.headers["Link"] = f'<{SUCCESSOR}>; rel="successor-version"'
        return response

    @app.get("/v1/bought-together/{sku}")
    async def bought_together(
        request: Request, sku: str, limit: Annotated[int, Query(ge=1, le=20)] = 6
    ) -> JSONResponse:
        scored = pairs.top(sku, limit * 2)
        on_sale = await skus_on_sale(request.app, [other for other, _ in scored])
        items = [
            {"sku": other, "score": round(score, 4)} for other, score in scored if other in on_sale
        ]
        return JSONResponse({"items": items[:limit]})

    @app.get("/health/live", status_code=204)
    @app.get("/health/ready", status_code=204)
    async def health() -> Response:
        return Response(status_code=204)

    return app


async def forget_daily(pairs: PairCounter) -> None:
    while True:
        await asyncio.sleep(24 * 60 * 60)
        pairs.decay(0.9)


async def skus_on_sale(app: FastAPI, skus: list[str]) -> set[str]:
    """Asks the read replica of products-db, which others may do until the service goes."""
    pool = getattr(app.state, "pool", None)
    if pool is None:
        return set(skus)
    rows = await pool.fetch(
        """
        SELECT v.sku FROM variants v JOIN products p ON p.id = v.product_id
         WHERE v.sku = ANY($1::text[]) AND p.status = 'PUBLISHED' AND v.stock > 0
        """,
        skus,
    )
    return {row["sku"] for row in rows}
