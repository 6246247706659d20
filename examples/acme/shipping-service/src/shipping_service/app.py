"""The HTTP interface."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from aiokafka import AIOKafkaConsumer
from fastapi import Depends, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import make_asgi_app

from shipping_service import consumer, rules
from shipping_service.carriers import Carriers, ShipmentNotFoundError
from shipping_service.model import (
    LabelRequest,
    Quote,
    QuoteRequest,
    Shipment,
    ShipmentRequest,
    Tracking,
)

MEDIA_TYPES = {"pdf": "application/pdf", "zpl": "application/x-zpl"}


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    events = AIOKafkaConsumer(
        os.environ["ORDER_EVENTS_TOPIC"],
        bootstrap_servers=os.environ["KAFKA_BROKERS"],
        group_id=os.environ["KAFKA_GROUP"],
        enable_auto_commit=False,
    )
    async with httpx.AsyncClient(
        base_url=os.environ["CARRIER_ADAPTER_URL"], timeout=10
    ) as http:
        app.state.carriers = Carriers(http)
        await events.start()
        app.state.consumer = asyncio.create_task(
            consumer.run(events, app.state.carriers)
        )
        yield
        app.state.consumer.cancel()
        await events.stop()


app = FastAPI(title="Shipping API", lifespan=lifespan)
app.mount("/metrics", make_asgi_app())


def carriers_of(request: Request) -> Carriers:
    carriers: Carriers = request.app.state.carriers
    return carriers


def problem(status: int, code: str, detail: str) -> JSONResponse:
    return JSONResponse(
        status_code=status,
        media_type="application/problem+json",
        content={
            "type": f"https://api.acme.example/problems/{code}",
            "title": code,
            "status": status,
            "detail": detail,
        },
    )


@app.exception_handler(ShipmentNotFoundError)
async def not_found(_: Request, error: ShipmentNotFoundError) -> JSONResponse:
    return problem(404, "not-found", str(error))


@app.exception_handler(rules.NoCarrierError)
async def no_carrier(_: Request, error: rules.NoCarrierError) -> JSONResponse:
    return problem(422, "no-carrier", str(error))


@app.exception_handler(httpx.HTTPError)
async def carrier_failed(_: Request, __: httpx.HTTPError) -> JSONResponse:
    return problem(502, "carrier-unavailable", "The carrier did not answer")


@app.get("/health/live")
async def live() -> dict[str, str]:
    return {"status": "up"}


@app.get("/health/ready")
async def ready(request: Request) -> Response:
    # A consumer that died takes the pod out, so that the restart is noticed.
    is_consuming = not request.app.state.consumer.done()
    return Response(status_code=200 if is_consuming else 503)


@app.post("/v1/quotes")
async def quote(body: QuoteRequest) -> Quote:
    return Quote(items=rules.options(body.country, body.weight_grams))


@app.post("/v1/shipments", status_code=201)
async def create(
    body: ShipmentRequest, carriers: Carriers = Depends(carriers_of)
) -> Shipment:
    carrier = rules.carrier_for(body.option_id, body.address.country)
    return await carriers.book(
        carrier, body.order_number, body.option_id, body.address
    )


@app.get("/v1/shipments/{order_number}")
async def get(
    order_number: str, carriers: Carriers = Depends(carriers_of)
) -> Shipment:
    return await carriers.find(order_number)


@app.delete("/v1/shipments/{order_number}", status_code=204)
async def cancel(order_number: str, carriers: Carriers = Depends(carriers_of)) -> None:
    await carriers.cancel(await carriers.find(order_number))


@app.post("/v1/shipments/{order_number}/label")
async def label(
    order_number: str, body: LabelRequest, carriers: Carriers = Depends(carriers_of)
) -> Response:
    shipment = await carriers.find(order_number)
    content = await carriers.label(shipment, body)
    return Response(content, media_type=MEDIA_TYPES[body.format])


@app.get("/v1/shipments/{order_number}/tracking")
async def tracking(
    order_number: str, carriers: Carriers = Depends(carriers_of)
) -> Tracking:
    shipment = await carriers.find(order_number)
    return Tracking(shipment=shipment, events=await carriers.tracking(shipment))
