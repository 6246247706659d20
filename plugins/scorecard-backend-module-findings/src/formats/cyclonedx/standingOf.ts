import type { FindingState } from '@atrium/plugin-scorecard-common';
import type { CyclonedxAffects } from './cyclonedxSchemas';

/**
 * What an analysis comes to for a version, where it names versions: by the status of
 * that version, or not at all. Ranges are not read: what would clear a finding by one
 * clears nothing.
 *
 * @returns the state; undefined where it is about other versions; or why that is not
 * known
 */
export function standingOf(
  analysed: FindingState,
  {
    version,
    versions,
  }: Pick<CyclonedxAffects, 'versions'> & { version?: string },
): FindingState | undefined | { reason: string } {
  if (!versions?.length) {
    return analysed;
  }
  const named = versions.find(
    one => version !== undefined && one.version === version,
  );
  if (named) {
    return named.status === 'unaffected' ? 'not-affected' : analysed;
  }
  if (analysed === 'open') {
    return 'open';
  }
  if (version === undefined || versions.some(({ range }) => range)) {
    return {
      reason:
        version === undefined
          ? 'holds for some versions, and the version in use is not known'
          : `holds for ranges of versions, which are not read: name the version ${version}`,
    };
  }
  return undefined;
}
