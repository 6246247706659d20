import { InputError, isError } from '@backstage/errors';
import { z } from 'zod';

/** As JSON writes it. */
const NUL = '\\u0000';

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
    const json = Buffer.from(cursor, 'base64url').toString();
    const result = this.#schema.safeParse(readJson(json));
    // No text of PostgreSQL has this character.
    if (!result.success || json.includes(NUL)) {
      throw new InputError(`'${cursor}' is not a cursor of this list`);
    }
    return result.data;
  }

  /**
   * Asks PostgreSQL for what comes after the position behind a cursor, where its values
   * are of another type in each order of the list.
   *
   * @throws InputError when it is not a cursor of this list in this order
   */
  async query<T>(
    cursor: string | undefined,
    ask: (position: z.output<Schema> | undefined) => Promise<T>,
  ): Promise<T> {
    const position = this.decode(cursor);
    try {
      return await ask(position);
    } catch (error) {
      if (position !== undefined && isDataException(error)) {
        throw new InputError(
          `'${cursor}' is not a cursor of this list in this order`,
          error,
        );
      }
      throw error;
    }
  }
}

/** Its calendar has no year 0. */
const isInCalendar = (text: string) => !text.startsWith('0000-');

/** A time that PostgreSQL can hold. */
export const cursorTime = z.iso.datetime().refine(isInCalendar);

/** A day that PostgreSQL can hold. */
export const cursorDay = z.iso.date().refine(isInCalendar);

/** The cursor of lists in order of time, whose ids decide between equals. */
export const timeCursor = new PageCursor(z.tuple([cursorTime, z.guid()]));

/** Of a value that is not one of its type, or too large for it: class 22. */
function isDataException(error: unknown): error is Error {
  return isError(error) && /^22/.test(String(error.code));
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
