import type {
  FindingChange,
  FindingKind,
  FindingSeverity,
  FindingState,
  SecurityFinding,
} from '@atrium/plugin-scorecard-common';
import { formatNumber, type StatusWords } from '@atrium/ui';
import { t } from '../translation';

/** What people read for how bad a finding is. */
export const SEVERITY_WORDS: Record<FindingSeverity, string> = {
  get critical() {
    return t('findingWords.critical');
  },
  get high() {
    return t('findingWords.high');
  },
  get medium() {
    return t('findingWords.medium');
  },
  get low() {
    return t('findingWords.low');
  },
  get unknown() {
    return t('findingWords.notRated');
  },
};

/** What people read for what a finding is about. */
export const KIND_WORDS: Record<FindingKind, string> = {
  get vulnerability() {
    return t('findingWords.vulnerablePackage');
  },
  get code() {
    return t('findingWords.code');
  },
  get secret() {
    return t('findingWords.leakedSecret');
  },
  get misconfiguration() {
    return t('findingWords.misconfiguration');
  },
  get license() {
    return t('findingWords.licence');
  },
  get posture() {
    return t('findingWords.repositoryPractice');
  },
};

/** What people read for where a finding stands. */
export const STATE_WORDS: Record<FindingState, StatusWords> = {
  open: {
    status: 'warning',
    get text() {
      return t('findingWords.open');
    },
  },
  suppressed: {
    status: 'neutral',
    get text() {
      return t('findingWords.suppressed');
    },
  },
  'not-affected': {
    status: 'good',
    get text() {
      return t('findingWords.notAffected');
    },
  },
  fixed: {
    status: 'good',
    get text() {
      return t('findingWords.fixed');
    },
  },
};

/** What people read for what happened to a finding. */
export const CHANGE_WORDS: Record<FindingChange['change'], string> = {
  get found() {
    return t('findingWords.found');
  },
  get fixed() {
    return t('findingWords.fixed');
  },
  get reopened() {
    return t('findingWords.foundAgain');
  },
  get suppressed() {
    return t('findingWords.suppressed');
  },
  get 'suppression-ended'() {
    return t('findingWords.countsAgain');
  },
  get 'not-affected'() {
    return t('findingWords.saidNotToBeAffected');
  },
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
