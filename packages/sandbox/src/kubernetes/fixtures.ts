import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';

/** Where a file is that says what the clusters have. */
export function fixturePath(name: string): string {
  return path.join(import.meta.dirname, '../../fixtures/kubernetes', name);
}

/** What a YAML file of the clusters says. */
export function readFixture<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
): z.infer<Schema> {
  const text = readFileSync(fixturePath(name), 'utf8');
  return schema.parse(parse(text, { merge: true }));
}
