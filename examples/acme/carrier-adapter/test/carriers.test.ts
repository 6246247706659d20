import { describe, expect, it, vi } from 'vitest';
import type { CarrierHttp } from '../src/CarrierHttp.js';
import { Kurier24 } from '../src/carriers/Kurier24.js';
import { Northpost } from '../src/carriers/Northpost.js';
import { SwiftParcel } from '../src/carriers/SwiftParcel.js';

const request = {
  reference: 'AC-20418833',
  service: 'home-standard',
  address: {
    recipient: 'Ana Lima',
    lines: ['Coolsingel 42'],
    postalCode: '3011 AD',
    city: 'Rotterdam',
    country: 'NL',
  },
};

function http(...responses: Response[]) {
  const send = vi.fn<CarrierHttp['send']>();
  for (const response of responses) {
    send.mockResolvedValueOnce(response);
  }
  return { send } as unknown as CarrierHttp & { send: typeof send };
}

describe('Northpost', () => {
  it('books with its own words and reads its states', async () => {
    const calls = http(
      Response.json({
        customerReference: 'AC-20418833',
        barcode: 'NP204188330NL',
        state: 'PRE_ADVISED',
      }),
    );
    await expect(new Northpost(calls).book(request)).resolves.toEqual({
      carrier: 'northpost',
      reference: 'AC-20418833',
      trackingNumber: 'NP204188330NL',
      status: 'announced',
    });
    expect(JSON.parse(calls.send.mock.calls[0]?.[2]?.content ?? '')).toEqual({
      product: 'PARCEL_HOME',
      consignee: {
        name: 'Ana Lima',
        street: 'Coolsingel 42',
        zip: '3011AD',
        town: 'Rotterdam',
        countryCode: 'NL',
      },
    });
  });
});

describe('SwiftParcel', () => {
  it('finds the fault inside an answer with status 200', async () => {
    const calls = http(
      new Response(
        `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
           <s:Fault><faultcode>Client</faultcode><faultstring>Unknown post code</faultstring></s:Fault>
         </s:Body></s:Envelope>`,
      ),
    );
    await expect(new SwiftParcel(calls).book(request)).rejects.toMatchObject({
      message: 'swiftparcel: CreateConsignment: Unknown post code',
      isTemporary: false,
    });
  });
});

describe('Kurier24', () => {
  it('does not book a second parcel for the same order', async () => {
    const calls = http(
      Response.json([
        {
          id: 'K24000711',
          external_id: 'AC-20418833',
          status: 'nowa',
          history: [],
        },
      ]),
    );
    const booking = await new Kurier24(calls).book(request);
    expect(booking.trackingNumber).toBe('K24000711');
    expect(calls.send).toHaveBeenCalledTimes(1);
  });
});
