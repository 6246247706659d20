import { isRecord } from '@atrium/common';
import type { Response } from 'express';

/** How a schema begins what it says: with a JSON pointer. */
const SCHEMA_ERROR = /(?:^|: |, )(<root>|\/\S*) (must .*)$/s;
/** How the catalog says it of metadata: with names and dots. */
const FIELD_ERROR = /"(metadata\.[^"\s]+)" is not valid/;
/** What is said of a value because of those within it. */
const OF_ALTERNATIVES = /^must match (?:a|exactly one|"\w+") schema/;

/**
 * Has the catalog say nothing of places whose values it did not get to see: what it
 * would refuse there is the text that stands for them.
 *
 * @param places - as JSON pointers
 */
export function passUnchecked(res: Response, places: readonly string[]): void {
  if (places.length === 0) {
    return;
  }
  const answer = res.json.bind(res);
  res.json = body => {
    if (res.statusCode !== 400 || !isRecord(body)) {
      return answer(body);
    }
    const errors: unknown[] = Array.isArray(body.errors) ? body.errors : [];
    const rest = errors.filter(error => !isOfPlace(error, places));
    return errors.length > 0 && rest.length === 0
      ? res.status(200).end()
      : answer({ ...body, ...(errors.length > 0 && { errors: rest }) });
  };
}

/** A place in a document as a JSON pointer. */
export function toPointer(path: readonly string[]): string {
  return path
    .map(name => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

function isOfPlace(error: unknown, places: readonly string[]): boolean {
  const message = isRecord(error) ? String(error.message) : '';
  const [, field] = FIELD_ERROR.exec(message) ?? [];
  if (field) {
    const at = toPointer(field.split('.'));
    return places.some(place => isWithin(at, place));
  }
  const [, said, what] = SCHEMA_ERROR.exec(message) ?? [];
  if (!said) {
    return false;
  }
  const at = said === '<root>' ? '' : said;
  return places.some(
    place =>
      at === place || (isWithin(place, at) && OF_ALTERNATIVES.test(what)),
  );
}

function isWithin(place: string, outer: string): boolean {
  return place === outer || place.startsWith(`${outer}/`);
}
