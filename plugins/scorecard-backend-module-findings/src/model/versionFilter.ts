import { InputError } from '@backstage/errors';
import { satisfies, validRange } from 'semver';

/** Ecosystems whose versions are semantic ones. */
const SEMANTIC_TYPES = new Set([
  'npm',
  'cargo',
  'golang',
  'hex',
  'swift',
  'pub',
]);
const RANGE = /^[\^~]|[<>=|]|\s/;

/**
 * Reads which versions are meant: one exactly; the start of one, with `.*` or
 * `.x` behind whole parts; or a range of semantic versions.
 *
 * @returns whether a version of a package of some ecosystem is meant. Ranges are
 * understood only where the ecosystem orders versions as semver does: others,
 * such as Maven's, would come out wrong.
 *
 * @throws InputError
 */
export function parseVersionFilter(
  filter: string,
): (version: string, type: string | undefined) => boolean {
  const start = /^([^*]+)\.(?:\*|x)$/i.exec(filter)?.[1];
  if (start !== undefined && !RANGE.test(start)) {
    return version => version === start || version.startsWith(`${start}.`);
  }
  if (!RANGE.test(filter)) {
    return version => version === filter;
  }
  if (validRange(filter) === null) {
    throw new InputError(
      `'version': '${filter.slice(0, 100)}' is neither a version nor a range`,
    );
  }
  return (version, type) => {
    if (!SEMANTIC_TYPES.has(type ?? '')) {
      throw new InputError(
        `'version': ranges are taken for ${[...SEMANTIC_TYPES].join(
          ', ',
        )}; give a version, or the start of one such as '2.14.*'`,
      );
    }
    return satisfies(version, filter, {
      loose: true,
      includePrerelease: true,
    });
  };
}
