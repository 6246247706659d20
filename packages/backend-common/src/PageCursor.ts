import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * Writes where a page of a list ended, and reads it back: the position of its
 * last item as base64url of its JSON, which clients take as it is.
 *
 * @remarks A cursor is no secret and carries no right: what is found in it is
 * checked like any other input.
 */
export class PageCursor<Schema extends z.ZodType> {
  readonly #schema: Schema;

  /** @param schema - what a position looks like, such as a time and an id */
  constructor(schema: Schema) {
    this.#schema = schema;
  }

  encode(position: z.output<Schema>): string {
    return Buffer.from(JSON.stringify(position)).toString('base64url');
  }

  /**
   * The position behind a cursor; `undefined` without one, for the first page.
   *
   * @throws InputError when it is not a cursor of this list
   */
  decode(cursor: string | undefined): z.output<Schema> | undefined {
    if (cursor === undefined) {
      return undefined;
    }
    const result = this.#schema.safeParse(readJson(cursor));
    if (!result.success) {
      throw new InputError(`'${cursor}' is not a cursor of this list`);
    }
    return result.data;
  }
}

/** The cursor of lists in order of time, whose ids decide between equals. */
export const timeCursor = new PageCursor(z.tuple([z.iso.datetime(), z.guid()]));

function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
