import { rm } from 'node:fs/promises';
import { join } from 'node:path';

const STATE = [
  'postgres',
  'postgres.incoming',
  'sandbox',
  'techdocs',
  'secrets.json',
  'logs',
];

/**
 * Removes the state of a world that is not running. What costs time to get
 * again, the toolchain and the builds, stays.
 */
export async function resetHome(home: string): Promise<void> {
  for (const name of STATE) {
    await rm(join(home, name), { recursive: true, force: true });
  }
}
