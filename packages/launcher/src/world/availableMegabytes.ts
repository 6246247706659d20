import { totalmem } from 'node:os';

/** The memory of this machine, or of the container that this runs in. */
export function availableMegabytes(): number {
  // Zero, or more than there is, where nothing limits it.
  const limit = process.constrainedMemory();
  const bytes = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.floor(bytes / 1024 ** 2);
}
