import type { FindingSeverity } from '@atrium/plugin-scorecard-common';
import { fromVector } from 'ae-cvss-calculator';

const WORDS: Record<string, FindingSeverity> = {
  critical: 'critical',
  important: 'high',
  high: 'high',
  error: 'high',
  moderate: 'medium',
  medium: 'medium',
  warning: 'medium',
  low: 'low',
  minor: 'low',
  negligible: 'low',
  note: 'low',
  info: 'low',
};

/** How bad something is by the word that a tool has for it. */
export function severityOfWord(word: unknown): FindingSeverity {
  const key = typeof word === 'string' ? word.trim().toLowerCase() : '';
  return Object.hasOwn(WORDS, key) ? WORDS[key] : 'unknown';
}

/**
 * How bad a CVSS score is, by the qualitative scale that versions 3.0 to 4.0
 * share and GitHub uses for `security-severity`.
 */
export function severityOfScore(score: number | undefined): FindingSeverity {
  // 0.0 is "none" on that scale, and in many documents "not rated".
  if (score === undefined || !(score > 0 && score <= 10)) {
    return 'unknown';
  }
  if (score >= 9) {
    return 'critical';
  }
  if (score >= 7) {
    return 'high';
  }
  return score >= 4 ? 'medium' : 'low';
}

/** The score of a vector of CVSS 2.0 to 4.0; nothing for what is none. */
export function scoreOfVector(vector: unknown): number | undefined {
  if (typeof vector !== 'string' || vector.length > 300) {
    return undefined;
  }
  try {
    const score = fromVector(vector.trim())?.calculateScores().overall;
    return isScore(score) ? score : undefined;
  } catch {
    return undefined;
  }
}

/** A CVSS score, as a number or a text of one. */
export function readScore(value: unknown): number | undefined {
  const score =
    typeof value === 'string' && /^\d{1,2}(\.\d+)?$/.test(value.trim())
      ? Number(value)
      : value;
  return isScore(score) ? score : undefined;
}

function isScore(score: unknown): score is number {
  return typeof score === 'number' && score >= 0 && score <= 10;
}
