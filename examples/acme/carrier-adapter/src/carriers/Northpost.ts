import type {
  BookingStatus,
  BookRequest,
  Booking,
  Carrier,
  LabelRequest,
  TrackingEvent,
} from '../Carrier.js';
import { CarrierError } from '../CarrierError.js';
import type { CarrierHttp } from '../CarrierHttp.js';

const PRODUCTS: Record<string, string> = {
  'home-standard': 'PARCEL_HOME',
  'pickup-point': 'PARCEL_POINT',
};

const STATUS: Record<string, BookingStatus> = {
  PRE_ADVISED: 'announced',
  ACCEPTED: 'in_transit',
  SORTED: 'in_transit',
  ON_VEHICLE: 'out_for_delivery',
  DELIVERED: 'delivered',
  RETURN_TO_SENDER: 'returned',
  VOIDED: 'cancelled',
};

interface NorthpostShipment {
  customerReference: string;
  barcode: string;
  state: string;
}

/** JSON over HTTP; a second PUT with the same reference changes nothing. */
export class Northpost implements Carrier {
  readonly name = 'northpost';
  readonly #http: CarrierHttp;

  constructor(http: CarrierHttp) {
    this.#http = http;
  }

  async book(request: BookRequest): Promise<Booking> {
    const product = PRODUCTS[request.service];
    if (!product) {
      throw new CarrierError(
        this.name,
        `no product for '${request.service}'`,
        false,
      );
    }
    const { address } = request;
    const response = await this.#http.send(
      'PUT',
      `/shipments/${request.reference}`,
      {
        type: 'application/json',
        content: JSON.stringify({
          product,
          consignee: {
            name: address.recipient,
            street: address.lines.join(', '),
            zip: address.postalCode.replaceAll(' ', ''),
            town: address.city,
            countryCode: address.country,
          },
        }),
      },
    );
    return this.#booking((await response.json()) as NorthpostShipment);
  }

  async find(reference: string): Promise<Booking | undefined> {
    const response = await this.#http.send('GET', `/shipments/${reference}`);
    return response.status === 404
      ? undefined
      : this.#booking((await response.json()) as NorthpostShipment);
  }

  async label(reference: string, request: LabelRequest): Promise<Uint8Array> {
    const query = new URLSearchParams({
      weight: String(request.weightGrams),
      output: request.format.toUpperCase(),
    });
    const response = await this.#http.send(
      'GET',
      `/shipments/${reference}/label?${query}`,
    );
    return new Uint8Array(await response.arrayBuffer());
  }

  async cancel(reference: string): Promise<void> {
    await this.#http.send('DELETE', `/shipments/${reference}`);
  }

  async track(trackingNumber: string): Promise<TrackingEvent[]> {
    const response = await this.#http.send('GET', `/events/${trackingNumber}`);
    if (response.status === 404) {
      return [];
    }
    const events = (await response.json()) as Array<{
      timestamp: string;
      state: string;
      depot?: string;
    }>;
    return events.map(event => ({
      at: new Date(event.timestamp).toISOString(),
      status: STATUS[event.state] ?? 'in_transit',
      place: event.depot,
    }));
  }

  #booking(shipment: NorthpostShipment): Booking {
    return {
      carrier: this.name,
      reference: shipment.customerReference,
      trackingNumber: shipment.barcode,
      status: STATUS[shipment.state] ?? 'announced',
    };
  }
}
