import { XMLBuilder, XMLParser } from 'fast-xml-parser';
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

const STATUS: Record<string, BookingStatus> = {
  '10': 'announced',
  '20': 'in_transit',
  '30': 'out_for_delivery',
  '40': 'delivered',
  '80': 'returned',
  '90': 'cancelled',
};

type Fields = Record<string, string | undefined>;

/** SOAP, with every answer under status 200 and the fault inside. */
export class SwiftParcel implements Carrier {
  readonly name = 'swiftparcel';
  readonly #http: CarrierHttp;
  readonly #parser = new XMLParser({
    removeNSPrefix: true,
    // Numbers with leading zeros are codes here, not numbers.
    parseTagValue: false,
    isArray: name => name === 'Scan',
  });
  readonly #builder = new XMLBuilder({ format: false });

  constructor(http: CarrierHttp) {
    this.#http = http;
  }

  async book(request: BookRequest): Promise<Booking> {
    const { address } = request;
    const answer = await this.#call('CreateConsignment', {
      ClientRef: request.reference,
      ServiceLevel: request.service === 'express' ? 'EXP1200' : 'TWOMAN',
      Receiver: {
        Name: address.recipient,
        Address1: address.lines[0],
        Address2: address.lines.slice(1).join(', '),
        PostCode: address.postalCode,
        City: address.city,
        Country: address.country,
      },
    });
    return this.#booking(answer);
  }

  async find(reference: string): Promise<Booking | undefined> {
    const answer = await this.#call('FindConsignment', {
      ClientRef: reference,
    });
    return answer.ConsignmentNo ? this.#booking(answer) : undefined;
  }

  async label(reference: string, request: LabelRequest): Promise<Uint8Array> {
    const answer = await this.#call('GetLabel', {
      ClientRef: reference,
      WeightKg: (request.weightGrams / 1000).toFixed(3),
      Format: request.format === 'pdf' ? 'PDF' : 'ZPL203',
    });
    return Buffer.from(answer.LabelData ?? '', 'base64');
  }

  async cancel(reference: string): Promise<void> {
    await this.#call('CancelConsignment', { ClientRef: reference });
  }

  async track(trackingNumber: string): Promise<TrackingEvent[]> {
    const answer = await this.#call('TrackConsignment', {
      ConsignmentNo: trackingNumber,
    });
    const scans = (answer.Scan ?? []) as unknown as Fields[];
    return scans.map(scan => ({
      // Times come in UTC without saying so.
      at: new Date(`${scan.ScanTime}Z`).toISOString(),
      status: STATUS[String(scan.Code)] ?? 'in_transit',
      place: scan.Location,
    }));
  }

  async #call(operation: string, parameters: object): Promise<Fields> {
    const response = await this.#http.send('POST', '', {
      type: 'text/xml; charset=utf-8',
      content: this.#builder.build({
        Envelope: { Body: { [operation]: parameters } },
      }),
    });
    const { Envelope } = this.#parser.parse(await response.text());
    const fault = Envelope?.Body?.Fault;
    if (fault) {
      throw new CarrierError(
        this.name,
        `${operation}: ${fault.faultstring}`,
        fault.faultcode === 'Server',
      );
    }
    return Envelope?.Body?.[`${operation}Response`] ?? {};
  }

  #booking(answer: Fields): Booking {
    return {
      carrier: this.name,
      reference: String(answer.ClientRef),
      trackingNumber: String(answer.ConsignmentNo),
      status: STATUS[String(answer.StatusCode)] ?? 'announced',
    };
  }
}
