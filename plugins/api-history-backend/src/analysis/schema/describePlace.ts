import type { MessageDescriptor } from '@atrium/common';
import { words } from '../../apiHistoryWords';

/**
 * What a sentence calls a place in an operation, such as `request body` or
 * `query parameter 'page'`.
 */
export function describePlace(place: string): MessageDescriptor {
  if (place === 'request body') {
    return words.describe('apiHistory.place.requestBody');
  }
  const [, kind, parameter] = /^(\w+) parameter '(.*)'$/s.exec(place) ?? [];
  if (kind !== undefined && parameter !== undefined) {
    return words.describe('apiHistory.place.parameter', {
      kind,
      name: parameter,
    });
  }
  const [, header, of] =
    /^header '(.*)' of the (\w+) response$/s.exec(place) ?? [];
  if (header !== undefined && of !== undefined) {
    return words.describe('apiHistory.place.header', {
      name: header,
      status: of,
    });
  }
  const [, status] = /^(\w+) response$/.exec(place) ?? [];
  return status === undefined
    ? words.describe('apiHistory.place.other', { place })
    : words.describe('apiHistory.place.response', { status });
}

/** A schema or a property by its name. */
export function describeName(name: string): MessageDescriptor {
  return words.describe('apiHistory.place.name', { name });
}

/** What is in a list. */
export function describeItem(subject: MessageDescriptor): MessageDescriptor {
  return words.describe('apiHistory.place.item', { subject });
}

/** What an object holds besides its named properties. */
export function describeUnnamed(subject: MessageDescriptor): MessageDescriptor {
  return words.describe('apiHistory.place.unnamed', { subject });
}

/** The same place where a sentence begins with it. */
export function atStart({ key, values }: MessageDescriptor): MessageDescriptor {
  return { key: `${key}.start`, values };
}
