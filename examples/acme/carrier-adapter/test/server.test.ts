import { describe, expect, it } from 'vitest';
import type { Booking, Carrier, CarrierName } from '../src/Carrier.js';
import { CarrierError } from '../src/CarrierError.js';
import { createServer } from '../src/createServer.js';

function carrier(
  name: CarrierName,
  find: () => Promise<Booking | undefined>,
): Carrier {
  return {
    name,
    find,
    book: async () => {
      throw new CarrierError(name, 'down', true);
    },
    label: async () => new Uint8Array(),
    cancel: async () => undefined,
    track: async () => [],
  };
}

const booking: Booking = {
  carrier: 'kurier24',
  reference: 'AC-20418833',
  trackingNumber: 'K24000711',
  status: 'announced',
};
const down = async () => {
  throw new CarrierError('northpost', 'down', true);
};
const nothing = async () => undefined;

describe('GET /bookings/:reference', () => {
  it.each([
    ['the one that has it', nothing, async () => booking, 200],
    [
      'the one that has it although another is down',
      down,
      async () => booking,
      200,
    ],
    ['404 when all have answered', nothing, nothing, 404],
    ['502 when one of them could have it', down, nothing, 502],
  ])('answers %s', async (_title, first, second, status) => {
    const server = createServer({
      carriers: [carrier('northpost', first), carrier('kurier24', second)],
    });
    const response = await server.inject('/bookings/AC-20418833');
    expect(response.statusCode).toBe(status);
  });
});
