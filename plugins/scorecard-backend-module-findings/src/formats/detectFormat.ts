import type { FindingFormat } from '@atrium/plugin-scorecard-common';
import { InputError } from '@backstage/errors';
import type { JsonDocument } from '../json/JsonDocument';

/** What only one of the formats has at its top. */
const MARKS = new Map<string, FindingFormat>([
  ['bomFormat', 'cyclonedx'],
  ['runs', 'sarif'],
  ['matches', 'grype'],
  ['SchemaVersion', 'trivy'],
  ['ArtifactName', 'trivy'],
  ['Results', 'trivy'],
  ['scorecard', 'openssf-scorecard'],
  ['checks', 'openssf-scorecard'],
]);

/**
 * Which format a document has, by the first key that only one of them has.
 *
 * @throws InputError where it is none of them
 */
export async function detectFormat(
  document: JsonDocument,
): Promise<FindingFormat> {
  for await (const key of document.topKeys()) {
    const format = MARKS.get(key);
    if (format) {
      return format;
    }
  }
  throw new InputError(
    'The document is neither SARIF, OpenSSF Scorecard, CycloneDX, Trivy nor Grype JSON; other scanners, such as Semgrep and gitleaks, can write SARIF',
  );
}
