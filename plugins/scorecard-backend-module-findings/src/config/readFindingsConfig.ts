import { readNamedSections, readPositiveMs } from '@atrium/backend-common';
import { type PollingConfig, readPollingConfig } from '@atrium/git-hosts';
import type { FindingSeverity } from '@atrium/plugin-scorecard-common';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** By when findings have to be fixed, in days, by severity. */
export type SlaDays = Partial<Record<FindingSeverity, number>>;

/** How findings are taken and kept. */
export interface FindingsConfig {
  slaDays: SlaDays;
  maxDocumentBytes: number;
  /** How long fixed findings are kept, in milliseconds. */
  retentionMs: number;
  /**
   * The owners whose entities a token may tell about, by its subject; a token
   * that is not here may tell about every entity.
   */
  uploaders: Map<string, string[]>;
  github: {
    /** Whether to listen to webhooks about alerts. */
    isListening: boolean;
    /** Absent where alerts are not asked for. */
    polling?: PollingConfig;
  };
}

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'unknown'] as const;
const DEFAULT_SLA_DAYS: SlaDays = {
  critical: 7,
  high: 30,
  medium: 90,
  low: 180,
};
const MAX_SLA_DAYS = 3_650;
const DEFAULT_MAX_BYTES = 256 * 1024 * 1024;

/** Reads `scorecard.findings`, and refuses what makes no sense. */
export function readFindingsConfig(root: Config): FindingsConfig {
  const config = root.getOptionalConfig('scorecard.findings');
  const maxDocumentBytes =
    config?.getOptionalNumber('maxDocumentBytes') ?? DEFAULT_MAX_BYTES;
  if (!Number.isInteger(maxDocumentBytes) || maxDocumentBytes < 1_024) {
    throw new InputError(
      "'scorecard.findings.maxDocumentBytes' must be a whole number of at least 1024",
    );
  }
  return {
    slaDays: readSlaDays(config),
    maxDocumentBytes,
    retentionMs: readPositiveMs(root, {
      key: 'scorecard.findings.retention',
      fallback: { days: 365 },
    }),
    uploaders: readUploaders(root),
    github: {
      isListening: config?.getOptionalBoolean('github.webhooks') ?? true,
      polling: readPollingConfig(root, 'scorecard.findings.github.polling'),
    },
  };
}

function readSlaDays(config: Config | undefined): SlaDays {
  const days: SlaDays = { ...DEFAULT_SLA_DAYS };
  for (const severity of SEVERITIES) {
    const value = config?.getOptionalNumber(`slaDays.${severity}`);
    if (value !== undefined) {
      if (!Number.isInteger(value) || value < 1 || value > MAX_SLA_DAYS) {
        throw new InputError(
          `'scorecard.findings.slaDays.${severity}' must be 1 to ${MAX_SLA_DAYS} days`,
        );
      }
      days[severity] = value;
    }
  }
  return days;
}

/** Tokens of other issuers have this before their subject; static ones do not. */
const ISSUED_ELSEWHERE = /^external:/;

/** The owners that a token is held to, by its subject; undefined for none. */
export function findUploaderOwners(
  { uploaders }: Pick<FindingsConfig, 'uploaders'>,
  subject: string,
): string[] | undefined {
  return uploaders.get(subject.replace(ISSUED_ELSEWHERE, ''));
}

function readUploaders(root: Config): Map<string, string[]> {
  return new Map(
    readNamedSections(root, 'scorecard.findings.uploaders').map(
      ([subject, uploader]) => [
        subject.replace(ISSUED_ELSEWHERE, ''),
        uploader
          .getStringArray('owners')
          .map(owner => owner.toLocaleLowerCase('en-US')),
      ],
    ),
  );
}
