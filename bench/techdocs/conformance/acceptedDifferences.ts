import { hash } from 'node:crypto';
import type { Difference } from './compareContent.ts';
import { acceptedByPage } from './acceptedByPage.ts';

const KEY_LENGTH = 10;

/** Names one difference without holding a line of the site that it is on. */
export function differenceKey({ aspect, side, line }: Difference): string {
  return hash('sha256', `${side} ${aspect} ${line}`).slice(0, KEY_LENGTH);
}

const reasonByDifference = new Map(
  Object.entries(acceptedByPage).flatMap(([reason, pages]) =>
    Object.entries(pages).flatMap(([page, keys]) =>
      keys.map((key): [string, string] => [`${page} ${key}`, reason]),
    ),
  ),
);

/** Why a page, such as `mkdocs/index.html`, may differ so; undefined when it may not. */
export function acceptedReason(
  site: string,
  page: string,
  difference: Difference,
): string | undefined {
  return reasonByDifference.get(`${site}/${page} ${differenceKey(difference)}`);
}
