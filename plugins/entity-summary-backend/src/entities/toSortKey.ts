import { cutText } from '@atrium/backend-common';

/** What a name is sorted by: in lower case and without accents. */
export function toSortKey(name: string): string {
  return cutText(
    name.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en-US'),
    200,
  );
}
