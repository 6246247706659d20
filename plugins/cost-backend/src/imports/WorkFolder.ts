import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for what is worked on, which is gone when the machine is. */
export async function createWorkFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'atrium-cost-'));
}

/** Removes a folder of {@link createWorkFolder} with all that is in it. */
export async function removeWorkFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
