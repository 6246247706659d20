import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';

/** Where a file is that says what the sandbox has. */
export function fixturePath(name: string): string {
  return path.join(import.meta.dirname, '../fixtures', name);
}

/** What a YAML file of the fixtures says. */
export function readFixture<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
): z.infer<Schema> {
  const text = readFileSync(fixturePath(name), 'utf8');
  return schema.parse(parse(text, { merge: true }));
}
