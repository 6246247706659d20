import type { ApiElement } from './ApiElement';
import type { ApiType } from './readElements';
import { readElements } from './readElements';

/** What the thread is asked to read. */
export interface DefinitionTask {
  type: ApiType;
  definition: string;
}

export const workerFile = __filename;

/** What it needs is above, since the portal needs it too. */
export async function load(): Promise<void> {}

export function runTask({ type, definition }: DefinitionTask): ApiElement[] {
  return readElements(type, definition);
}
