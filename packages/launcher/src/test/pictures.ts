import { join } from 'node:path';
import { ensureFaketime, withoutFaketime } from './ensureFaketime.ts';
import { playInWorld } from './playInWorld.ts';
import type { TestStep } from './TestStep.ts';

/** Beside the ports of journeys. */
const BASE_PORT = 17_207;

/**
 * A Wednesday morning: what the sample world shows depends on the date. It is
 * ahead of today, because the browser keeps the date of the machine, which
 * cookies of the past would have expired for.
 */
const PRESENT = new Date('2035-11-21T09:30:00Z');

/**
 * Compares pages with the pictures that are kept of them. The world, Postgres
 * included, lives on one date, so that they are the same on any day.
 */
export const pictures: TestStep = {
  name: 'pictures',
  isOnRequest: true,
  async run(context) {
    const library = await ensureFaketime(context);
    if (!library) {
      return withoutFaketime;
    }
    return playInWorld(context, {
      home: join(context.home, 'pictures'),
      basePort: BASE_PORT,
      args: ['--project=pictures', ...context.args],
      present: { at: PRESENT, library },
    });
  },
};
