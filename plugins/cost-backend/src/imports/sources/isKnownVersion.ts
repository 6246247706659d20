import type { LastImport } from '../database/ImportStore';
import type { ReadTask } from '../reading/ReadTask';

/** How files are read, as far as it decides which ones are refused. */
export type ReadingOptions = Pick<
  ReadTask,
  'focusVersion' | 'format' | 'maxUnpackedBytes'
>;

/** Raise it when files are taken that were refused: they are read again then. */
const READER_REVISION = 1;
/** Behind what the source says, which may have any other character before its last one. */
const SEPARATOR = '#';

/** What is kept of a delivery: its version, and how it was read. */
export function toKeptVersion(
  version: string,
  options: ReadingOptions,
): string {
  const { focusVersion = '', format, maxUnpackedBytes } = options;
  const reading = [READER_REVISION, format, focusVersion, maxUnpackedBytes];
  return `${version}${SEPARATOR}${reading.join(' ')}`;
}

/**
 * Whether a delivery was brought in before, as it is. What failed is tried again, and
 * so is what was refused once it is read in another way.
 *
 * @param version - undefined where only the content says whether it is the same
 */
export function isKnownVersion(
  version: string | undefined,
  last: LastImport | undefined,
  options: ReadingOptions,
): last is LastImport {
  if (version === undefined || last?.version === undefined) {
    return false;
  }
  switch (last.state) {
    case 'failed':
      return false;
    case 'refused':
      return last.version === toKeptVersion(version, options);
    default:
      return withoutReading(last.version) === version;
  }
}

/** Imports of earlier releases have nothing but the version. */
function withoutReading(kept: string): string {
  const end = kept.lastIndexOf(SEPARATOR);
  return end < 0 ? kept : kept.slice(0, end);
}
