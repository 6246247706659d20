import { createHash } from 'node:crypto';

/** What a tool tells a secret by after it has moved. */
export interface SecretMark {
  /** The same on whichever line of its file. */
  value: string;
  /** Whether other secrets of the file cannot have it too. */
  isExact: boolean;
  /** The same in whichever file; only where the tool shows the secret itself. */
  anywhere?: string;
}

interface SecretMarkParts {
  ruleId: string;
  file?: string;
  /** What the tool itself tells it by. */
  toolFingerprint?: string;
  /** What the tool shows of it: the secret, or its line with the secret masked. */
  content?: string;
}

/**
 * Of gitleaks `REDACTED` and `AKI...`, of Trivy a star for each character, of
 * Semgrep what it shows to who is not signed in.
 */
const MASKS = /\*{3,}|REDACTED|\.{3}$|^requireslogin$/g;

/**
 * Five hexadecimal digits tell the few secrets of an entity apart, and leave too many
 * guesses to anybody who would find a password by its hash.
 */
const HASH_DIGITS = 5;

/**
 * The mark of a secret, of which nobody can tell the secret.
 *
 * @returns undefined where the tool shows nothing but that there is one
 */
export function secretMarkOf({
  ruleId,
  file = '',
  toolFingerprint = '',
  content = '',
}: SecretMarkParts): SecretMark | undefined {
  const shown = content.replace(/\s+/g, '');
  const unmasked = shown.replace(MASKS, '');
  const text = toolFingerprint || (unmasked && shown);
  if (text === '') {
    return undefined;
  }
  // The same digits for all marks: digits of their own would add up.
  const short = hash([text]).slice(0, HASH_DIGITS);
  const isExact = toolFingerprint !== '' || unmasked === shown;
  return {
    value: hash([ruleId, file, short]),
    isExact,
    anywhere: isExact ? hash([ruleId, short]) : undefined,
  };
}

function hash(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
