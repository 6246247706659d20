import type {
  FindingChange,
  FindingKind,
  FindingSeverity,
  FindingState,
  SecurityFinding,
} from '@atrium/plugin-scorecard-common';
import { formatNumber, type StatusWords } from '@atrium/ui';

/** What people read for how bad a finding is. */
export const SEVERITY_WORDS: Record<FindingSeverity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  unknown: 'Not rated',
};

/** What people read for what a finding is about. */
export const KIND_WORDS: Record<FindingKind, string> = {
  vulnerability: 'Vulnerable package',
  code: 'Code',
  secret: 'Leaked secret',
  misconfiguration: 'Misconfiguration',
  license: 'Licence',
  posture: 'Repository practice',
};

/** What people read for where a finding stands. */
export const STATE_WORDS: Record<FindingState, StatusWords> = {
  open: { status: 'warning', text: 'Open' },
  suppressed: { status: 'unknown', text: 'Suppressed' },
  'not-affected': { status: 'good', text: 'Not affected' },
  fixed: { status: 'good', text: 'Fixed' },
};

/** What people read for what happened to a finding. */
export const CHANGE_WORDS: Record<FindingChange['change'], string> = {
  found: 'Found',
  fixed: 'Fixed',
  reopened: 'Found again',
  suppressed: 'Suppressed',
  'suppression-ended': 'Counts again',
  'not-affected': 'Said not to be affected',
};

/** Where a finding is: a line of a file, or a package. */
export function placeWords(finding: SecurityFinding): string | undefined {
  const { file, line, packageName, packageVersion } = finding;
  if (packageName) {
    return [packageName, packageVersion].filter(Boolean).join(' ');
  }
  return file && line !== undefined ? `${file}:${line}` : file;
}

/** Its severity with the CVSS score, where a tool gives one. */
export function severityWords({ severity, score }: SecurityFinding): string {
  const word = SEVERITY_WORDS[severity];
  return score === undefined ? word : `${word}, CVSS ${formatNumber(score)}`;
}
