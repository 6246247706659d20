import { hash } from 'node:crypto';
import type { Difference } from './compareContent.ts';
import { acceptedByPage } from './acceptedByPage.ts';

const KEY_LENGTH = 10;

/** Names one difference without holding a line of the site that it is on. */
export function differenceKey({ aspect, side, line }: Difference): string {
  return hash('sha256', `${side} ${aspect} ${line}`).slice(0, KEY_LENGTH);
}

/**
 * Answers why a page of a site may differ so, and nothing where it may not.
 *
 * @param byPage - keys of differences, by their reason and page, such as
 * `mkdocs/index.html`
 */
export function acceptDifferences(
  byPage: Record<string, Record<string, string[]>>,
) {
  const reasonByDifference = new Map(
    Object.entries(byPage).flatMap(([reason, pages]) =>
      Object.entries(pages).flatMap(([page, keys]) =>
        keys.map((key): [string, string] => [`${page} ${key}`, reason]),
      ),
    ),
  );
  return (site: string, page: string, difference: Difference) =>
    reasonByDifference.get(`${site}/${page} ${differenceKey(difference)}`);
}

/** Why a page of these sites may differ so. */
export const acceptedReason = acceptDifferences(acceptedByPage);
