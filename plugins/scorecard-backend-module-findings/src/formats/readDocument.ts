import type { FindingFormat } from '@atrium/plugin-scorecard-common';
import type { JsonDocument } from '../json/JsonDocument';
import type { KnownBoms } from './cyclonedx/Bom';
import { readCyclonedx } from './cyclonedx/readCyclonedx';
import type { ParsedItem } from './ParsedItem';
import { readGrype } from './readGrype';
import { readOpenssf } from './readOpenssf';
import { readTrivy } from './readTrivy';
import { readSarif } from './sarif/readSarif';

const READERS: Record<
  FindingFormat,
  (document: JsonDocument, boms: KnownBoms) => AsyncGenerator<ParsedItem>
> = {
  sarif: readSarif,
  'openssf-scorecard': readOpenssf,
  cyclonedx: readCyclonedx,
  trivy: readTrivy,
  grype: readGrype,
};

/**
 * What a document of some format says, piece by piece.
 *
 * @param options - `boms`: where it may name parts of other documents
 */
export function readDocument(
  document: JsonDocument,
  { boms, format }: { boms: KnownBoms; format: FindingFormat },
): AsyncGenerator<ParsedItem> {
  return READERS[format](document, boms);
}
