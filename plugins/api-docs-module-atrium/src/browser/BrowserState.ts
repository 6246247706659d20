import { z } from 'zod';
import { type ApiSort, SORT_COLUMNS } from './sortApis';

const valuesSchema = z.array(z.string()).default([]);

const sortSchema = z.codec(z.string(), z.custom<ApiSort>(), {
  decode(text, { issues }): ApiSort {
    const column = SORT_COLUMNS.find(name => name === text.replace(/^-/, ''));
    if (column === undefined) {
      issues.push({ code: 'custom', input: text });
      return z.NEVER;
    }
    const isDescending = text.startsWith('-');
    return { column, direction: isDescending ? 'descending' : 'ascending' };
  },
  encode: ({ column, direction }) =>
    `${direction === 'descending' ? '-' : ''}${column}`,
});

/** What the page of APIs shows; all of it is in the address. */
export const browserStateSchema = z.object({
  q: z.string().default(''),
  /** Only APIs of the signed-in person and their groups. */
  mine: z.stringbool().default(false),
  type: valuesSchema,
  system: valuesSchema,
  owner: valuesSchema,
  lifecycle: valuesSchema,
  provider: valuesSchema,
  /** Best match first while there is a query, otherwise by name. */
  sort: sortSchema.optional(),
  page: z.coerce.number().int().min(1).default(1),
});

/** What the page of APIs shows. */
export type BrowserState = z.output<typeof browserStateSchema>;
