import type { CsvColumns } from '@atrium/backend-common';
import type { FindingScan } from '@atrium/plugin-scorecard-common';

/** The columns of `GET /findings/scans.csv`. */
export const scanCsv: CsvColumns<FindingScan> = {
  Entity: scan => scan.entityRef,
  Tool: scan => scan.tool,
  Category: scan => scan.category,
  Format: scan => scan.format,
  Scanned: scan => scan.scannedAt,
  Commit: scan => scan.commit,
  'Sent by': scan => scan.uploadedBy,
  Score: scan => scan.score,
  Checks: scan =>
    scan.checks?.map(({ name, score }) => `${name}: ${score}`).join('; '),
};
