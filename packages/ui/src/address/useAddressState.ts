import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';

/**
 * What to change in an address; undefined takes a parameter away. Text is taken
 * as it is, for it is checked when it is read.
 */
export type AddressChanges<Schema extends z.ZodObject> = {
  [Name in keyof z.output<Schema>]?: z.output<Schema>[Name] | string;
};

/** Options of a change of an address. */
export interface AddressChangeOptions {
  /** Whether the back button of the browser leads to what was before. */
  isNewEntry?: boolean;
}

/**
 * Keeps filters and the like in the address of the page, so that a link shows
 * the same and coming back does as well.
 *
 * @remarks Each field of the schema is a parameter of its name, a list repeats
 * it. What a field does not accept counts as absent, so each needs a default or
 * to be optional. The default is not written. Parameters of others stay.
 *
 * @param schema - keep it outside of the component
 */
export function useAddressState<Schema extends z.ZodObject>(schema: Schema) {
  const [params, setParams] = useAppSearchParams();
  const state = useMemo(() => readAddress(schema, params), [schema, params]);
  const change = useCallback(
    (
      changes: AddressChanges<Schema>,
      { isNewEntry = false }: AddressChangeOptions = {},
    ) =>
      setParams(before => writeAddress(schema, before, changes), {
        replace: !isNewEntry,
      }),
    [schema, setParams],
  );
  return [state, change] as const;
}

/** Reads from parameters what a schema describes. */
export function readAddress<Schema extends z.ZodObject>(
  schema: Schema,
  params: URLSearchParams,
): z.output<Schema> {
  const accepted = Object.entries(schema.shape).map(([name, field]) => {
    const values = params.getAll(name);
    // One value, or several of a list; anything else is as good as none.
    return [
      name,
      [values.at(0), values].find(value => z.safeParse(field, value).success),
    ];
  });
  return schema.parse(Object.fromEntries(accepted));
}

/** The parameters with changes. */
export function writeAddress<Schema extends z.ZodObject>(
  schema: Schema,
  params: URLSearchParams,
  changes: AddressChanges<Schema>,
): URLSearchParams {
  const written = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    const field = schema.shape[name];
    const texts = toTexts(field, value);
    const usual = toTexts(field, z.safeParse(field, undefined).data);
    written.delete(name);
    if (texts.join() !== usual.join()) {
      for (const text of texts) {
        written.append(name, text);
      }
    }
  }
  return written;
}

function toTexts(field: z.core.$ZodType, value: unknown): string[] {
  const encoded = z.safeEncode(field, value);
  return [(encoded.success ? encoded.data : value) ?? []]
    .flat()
    .map(String)
    .filter(text => text !== '');
}
