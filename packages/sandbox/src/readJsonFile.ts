import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/**
 * What an earlier process wrote; undefined where there is no file yet, and for a
 * damaged one, which is begun anew.
 */
export function readJsonFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.infer<Schema> | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
