import type {
  BookingStatus,
  BookRequest,
  Booking,
  Carrier,
  LabelRequest,
  TrackingEvent,
} from '../Carrier.js';
import type { CarrierHttp } from '../CarrierHttp.js';

const STATUS: Record<string, BookingStatus> = {
  nowa: 'announced',
  w_drodze: 'in_transit',
  wydana: 'out_for_delivery',
  doreczona: 'delivered',
  zwrot: 'returned',
  anulowana: 'cancelled',
};

interface Parcel {
  id: string;
  external_id: string;
  status: string;
  history: Array<{ time: number; status: string; hub: string }>;
}

/** JSON with Polish words; bookings are looked up by our reference first. */
export class Kurier24 implements Carrier {
  readonly name = 'kurier24';
  readonly #http: CarrierHttp;

  constructor(http: CarrierHttp) {
    this.#http = http;
  }

  async book(request: BookRequest): Promise<Booking> {
    // Its POST makes a second parcel when it is repeated.
    const earlier = await this.find(request.reference);
    if (earlier) {
      return earlier;
    }
    const { address } = request;
    const response = await this.#http.send('POST', '/parcels', {
      type: 'application/json',
      content: JSON.stringify({
        external_id: request.reference,
        method: request.service === 'pickup-point' ? 'locker' : 'door',
        receiver: {
          full_name: address.recipient,
          street: address.lines.join(' '),
          post_code: address.postalCode,
          city: address.city,
          country: address.country,
        },
      }),
    });
    return this.#booking((await response.json()) as Parcel);
  }

  async find(reference: string): Promise<Booking | undefined> {
    const query = new URLSearchParams({ external_id: reference });
    const response = await this.#http.send('GET', `/parcels?${query}`);
    const [parcel] = (await response.json()) as Parcel[];
    return parcel && this.#booking(parcel);
  }

  async label(reference: string, request: LabelRequest): Promise<Uint8Array> {
    const parcel = await this.find(reference);
    const response = await this.#http.send(
      'POST',
      `/parcels/${parcel?.trackingNumber}/label`,
      {
        type: 'application/json',
        content: JSON.stringify({
          weight_g: request.weightGrams,
          type: request.format,
        }),
      },
    );
    return new Uint8Array(await response.arrayBuffer());
  }

  async cancel(reference: string): Promise<void> {
    const parcel = await this.find(reference);
    if (parcel) {
      await this.#http.send('DELETE', `/parcels/${parcel.trackingNumber}`);
    }
  }

  async track(trackingNumber: string): Promise<TrackingEvent[]> {
    const response = await this.#http.send('GET', `/parcels/${trackingNumber}`);
    if (response.status === 404) {
      return [];
    }
    const { history } = (await response.json()) as Parcel;
    return history.map(step => ({
      at: new Date(step.time * 1000).toISOString(),
      status: STATUS[step.status] ?? 'in_transit',
      place: step.hub,
    }));
  }

  #booking(parcel: Parcel): Booking {
    return {
      carrier: this.name,
      reference: parcel.external_id,
      trackingNumber: parcel.id,
      status: STATUS[parcel.status] ?? 'announced',
    };
  }
}
