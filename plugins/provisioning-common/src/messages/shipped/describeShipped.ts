import type { FieldMessages } from '@atrium/common';
import { isRecord } from '@atrium/common';
import type { ObjectSchema } from '../../definition/jsonSchema';
import shipped from './en';

/** What a type or a driver says of itself. */
export interface ShippedTexts {
  title: string;
  description?: string;
  /** Its schemas by their name, such as `parameters`; their fields have texts, too. */
  schemas: { [name: string]: Pick<ObjectSchema, 'properties'> };
}

const KEYS = new Map<string, string>(
  Object.entries(shipped).map(([key, text]) => [text, key]),
);

/**
 * What the texts of a type or a driver are made of that the portal brings along, by
 * their path, such as `parameters.extensions.title`.
 *
 * @remarks The texts stand where the types and drivers are written, in English. One
 * that is not known, such as of a driver from elsewhere, stays as it is.
 */
export function describeShipped(texts: ShippedTexts): FieldMessages {
  const messages: FieldMessages = {};
  for (const [path, text] of listShippedTexts(texts)) {
    const key = KEYS.get(text);
    if (key !== undefined) {
      messages[path] = [{ key }];
    }
  }
  return messages;
}

/** The texts of a type or a driver, each with its path. */
export function listShippedTexts(texts: ShippedTexts): [string, string][] {
  const { title, description, schemas } = texts;
  const fields = Object.entries(schemas).flatMap(([name, { properties }]) =>
    Object.entries(properties).map(([field, said]): [string, unknown] => [
      `${name}.${field}.`,
      said,
    ]),
  );
  return [['', { title, description }] as [string, unknown], ...fields].flatMap(
    ([path, said]) =>
      ['title', 'description'].flatMap((key): [string, string][] => {
        const text = isRecord(said) ? said[key] : undefined;
        return typeof text === 'string' ? [[`${path}${key}`, text]] : [];
      }),
  );
}
