/** The keys and indexes from the root of a document to a value in it. */
export type JsonPath = readonly (string | number)[];

/** Keys as they are in documents of tools; others are quoted. */
const PLAIN_KEY = /^[A-Za-z_][\w-]{0,60}$/;
const MAX_KEY_LENGTH = 60;

/** A path as people write it: `$.runs[0].results[3]`. */
export function formatJsonPath(path: JsonPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') {
      return `${text}[${part}]`;
    }
    return PLAIN_KEY.test(part)
      ? `${text}.${part}`
      : `${text}[${JSON.stringify(part.slice(0, MAX_KEY_LENGTH))}]`;
  }, '$');
}
