import type {
  FindingKind,
  FindingSeverity,
  FindingState,
} from '@atrium/plugin-scorecard-common';
import type { SecretMark } from './secretMark';

/** A finding as one tool tells it, in our words. Nothing in it is a secret. */
export interface ParsedFinding {
  /** As the tool calls itself. */
  tool: string;
  kind: FindingKind;
  ruleId: string;
  /** Of a vulnerability: the name of it that every tool knows. */
  advisory?: string;
  title: string;
  description?: string;
  severity: FindingSeverity;
  /** CVSS, 0 to 10. */
  score?: number;
  aliases: string[];
  file?: string;
  line?: number;
  /** Without version, qualifiers and subpath. */
  purl?: string;
  packageName?: string;
  packageVersion?: string;
  fixedIn: string[];
  url?: string;
  state: FindingState;
  /** Why it is in this state, where the tool says so. */
  reason?: string;
  /** When the tool found it, ISO 8601; by default, when it ran. */
  foundAt?: string;
  /** When the tool last looked, ISO 8601; by default, when it ran. */
  seenAt?: string;
  /**
   * What tells it from others of the entity, and is the same for every tool
   * that sees it. See {@link fingerprintOf}.
   */
  fingerprint: string;
  /** Of a secret: what its tool tells it by after it has moved. */
  mark?: SecretMark;
  /**
   * Of an alert that a host keeps: what the host tells it by, wherever its code
   * moves. A tool may have several alerts for one finding.
   */
  alert?: string;
}
