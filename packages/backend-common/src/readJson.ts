import { isRecord } from '@atrium/common';
import { InputError } from '@backstage/errors';
import express, { type RequestHandler } from 'express';

/** What `express.json` takes that routes need. */
interface ReadJsonOptions {
  /** In bytes, or such as `100kb`, which is the default. */
  limit?: number | string;
}

/**
 * Reads the body of a request as JSON, for routes that keep what it says.
 *
 * @remarks PostgreSQL has no place for the character zero, and none in JSON for half of
 * a surrogate pair. Nobody means to write them, so that a 400 that names the field is
 * better than another text than was sent.
 */
export function readJson(options: ReadJsonOptions = {}): RequestHandler {
  const read = express.json(options);
  return (req, res, next) =>
    read(req, res, (error?: unknown) => {
      const field = error ? undefined : findUnstorable(req.body);
      next(field === undefined ? error : refuse(field));
    });
}

function refuse(field: string): InputError {
  const place = field === '' ? '' : `'${field}': `;
  return new InputError(
    `Invalid input: ${place}has a character that cannot be kept (NUL, or half of a surrogate pair)`,
  );
}

/** Where a text or a name of a field cannot be kept; `undefined` for nowhere. */
function findUnstorable(body: unknown): string | undefined {
  // A list of what is left to look at: a body may be nested deeper than calls can be.
  const left: { path: string; value: unknown }[] = [{ path: '', value: body }];
  for (let one = left.pop(); one; one = left.pop()) {
    const { path, value } = one;
    if (typeof value === 'string' && !isStorable(value)) {
      return path;
    }
    if (Array.isArray(value) || isRecord(value)) {
      for (const [key, member] of Object.entries(value)) {
        if (!isStorable(key)) {
          return path;
        }
        left.push({ path: path ? `${path}.${key}` : key, value: member });
      }
    }
  }
  return undefined;
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
