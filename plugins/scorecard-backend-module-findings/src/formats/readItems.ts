import type { z } from 'zod';
import type { JsonDocument } from '../json/JsonDocument';
import { formatJsonPath, type JsonPath } from '../json/JsonPath';
import type { JsonItem, JsonPattern } from '../json/JsonWalker';
import type { ParsedItem } from './ParsedItem';

/** How {@link readItems} reads. */
export interface ReadItemsOptions {
  patterns: readonly JsonPattern[];
  /** Says what an item comes to; throws {@link MalformedItem} for none. */
  read(item: JsonItem): Iterable<ParsedItem>;
}

/** A part of a document that does not say what it should. */
export class MalformedItem extends Error {
  readonly path: JsonPath;

  constructor(path: JsonPath, reason: string) {
    super(reason);
    this.path = path;
  }
}

/** Reads items one by one; a malformed one is refused, and the rest is read. */
export async function* readItems(
  document: JsonDocument,
  { patterns, read }: ReadItemsOptions,
): AsyncGenerator<ParsedItem> {
  for await (const item of document.items(patterns)) {
    yield* readItem(item, read);
  }
}

/** One of the items that {@link readItems} reads. */
export function readItem(
  item: JsonItem,
  read: ReadItemsOptions['read'],
): Iterable<ParsedItem> {
  if (item.problem) {
    return [refuseItem(item.path, item.problem)];
  }
  try {
    return [...read(item)];
  } catch (error) {
    if (error instanceof MalformedItem) {
      return [refuseItem(error.path, error.message)];
    }
    throw error;
  }
}

/** That a part of a document is not understood. */
export function refuseItem(path: JsonPath, reason: string): ParsedItem {
  return { type: 'refused', path: formatJsonPath(path), reason };
}

/** An item by its schema. @throws MalformedItem with the path to what is wrong */
export function parseItem<Schema extends z.ZodType>(
  schema: Schema,
  item: Pick<JsonItem, 'path' | 'value'>,
): z.output<Schema> {
  const result = schema.safeParse(item.value);
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  const parts = issue.path.map(part =>
    typeof part === 'number' ? part : String(part),
  );
  throw new MalformedItem([...item.path, ...parts], issue.message);
}
