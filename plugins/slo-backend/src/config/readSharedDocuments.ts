import type { Config } from '@backstage/config';
import { ForwardedError, InputError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';

/** OpenSLO documents that all definitions share. */
export interface SharedDocument {
  /** How problems name it. */
  name: string;
  content: string;
}

/** Reads `slo.shared`. */
export async function readSharedDocuments(
  config?: Config,
): Promise<SharedDocument[]> {
  const items = config?.getOptionalConfigArray('shared') ?? [];
  return Promise.all(items.map(readDocument));
}

async function readDocument(
  item: Config,
  index: number,
): Promise<SharedDocument> {
  const file = item.getOptionalString('file');
  const document = item.getOptional('document');
  if ((file === undefined) === (document === undefined)) {
    throw new InputError(
      `'slo.shared[${index}]' must have either 'file' or 'document'`,
    );
  }
  if (file === undefined) {
    // JSON is YAML, too.
    return {
      name: `slo.shared[${index}]`,
      content: JSON.stringify(document, undefined, 2),
    };
  }
  try {
    return { name: file, content: await readFile(file, 'utf8') };
  } catch (error) {
    throw new ForwardedError(
      `'slo.shared[${index}].file' could not be read`,
      error,
    );
  }
}
