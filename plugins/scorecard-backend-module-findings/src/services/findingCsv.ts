import type { CsvColumns } from '@atrium/backend-common';
import type { SecurityFinding } from '@atrium/plugin-scorecard-common';

/** The columns of `GET /findings.csv`. */
export const findingCsv: CsvColumns<SecurityFinding> = {
  Entity: finding => finding.entityRef,
  Severity: finding => finding.severity,
  State: finding => finding.state,
  Kind: finding => finding.kind,
  Rule: finding => finding.ruleId,
  Title: finding => finding.title,
  'CVSS score': finding => finding.score,
  'Also known as': finding => finding.aliases.join(' '),
  File: finding => finding.file,
  Line: finding => finding.line,
  Package: finding => finding.purl ?? finding.packageName,
  Version: finding => finding.packageVersion,
  'Fixed in': finding => finding.fixedIn.join(' '),
  Tools: finding => finding.tools.join(', '),
  'First seen': finding => finding.firstSeenAt,
  Due: finding => finding.dueAt,
  Overdue: finding => (finding.isOverdue ? 'yes' : 'no'),
  Fixed: finding => finding.fixedAt,
  URL: finding => finding.url,
  Id: finding => finding.id,
};
