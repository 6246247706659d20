import type { ParsedFinding } from './ParsedFinding';
import { createHash } from 'node:crypto';

/** What a fingerprint is made of; see {@link fingerprintOf}. */
export interface FingerprintParts
  extends Pick<
    ParsedFinding,
    'aliases' | 'file' | 'kind' | 'line' | 'packageName' | 'purl' | 'ruleId'
  > {
  /** The kinds of weakness, such as `cwe-89`. */
  cwes?: string[];
  /** The code that it is about. It is hashed here and kept nowhere. */
  snippet?: string;
  /** What the tool itself tells the finding by. */
  toolFingerprint?: string;
}

/**
 * What tells a finding from others of its entity, and is the same in all tools:
 *
 * - a vulnerability: its CVE, or else its GHSA or name, with the name of the package
 *   without its version; an upgrade to a version that has it too is not a new finding
 * - a secret: by rule and file, where nothing else tells it; see `resolveSecrets`
 * - code: the weakness (CWE, or else the rule), the file, and the code without
 *   white space; without code, what the tool tells it by, or else the line
 * - anything else: rule and place
 */
export function fingerprintOf(parts: FingerprintParts): string {
  return createHash('sha256')
    .update(JSON.stringify(namesOf(parts)))
    .digest('hex');
}

function namesOf(parts: FingerprintParts): unknown[] {
  const { file = '', kind, ruleId } = parts;
  switch (kind) {
    case 'vulnerability':
      return [
        kind,
        canonicalName(ruleId, parts.aliases),
        packageKey(parts) || file,
      ];
    case 'license':
      return [kind, ruleId.toLowerCase(), packageKey(parts) || file];
    case 'secret':
      return [kind, file, ruleId, parts.toolFingerprint ?? ''];
    case 'code':
      return [kind, classOf(parts), file, placeOf(parts)];
    case 'misconfiguration':
      return [kind, ruleId.toLowerCase(), file, placeOf(parts)];
    case 'posture':
      return [kind, ruleId.toLowerCase()];
    default:
      return kind satisfies never;
  }
}

/** Their URLs name the distribution too, which tools leave out of the name. */
const SYSTEM_PACKAGE = /^pkg:(alpm|apk|deb|rpm)\//;

/**
 * The name of a package as it is in its URL and in the words of tools that give
 * none: `org.apache.logging.log4j:log4j-core` is
 * `org.apache.logging.log4j/log4j-core` there.
 */
function packageKey({ packageName = '', purl = '' }: FingerprintParts): string {
  const name = packageName.replaceAll(':', '/').toLowerCase();
  return SYSTEM_PACKAGE.test(purl) ? name.replace(/^.*\//, '') : name || purl;
}

/** Of all names of a vulnerability, the one that every tool knows. */
export function canonicalName(ruleId: string, aliases: string[]): string {
  const names = [ruleId, ...aliases].map(name => name.toUpperCase()).sort();
  return (
    names.find(name => name.startsWith('CVE-')) ??
    names.find(name => name.startsWith('GHSA-')) ??
    ruleId.toUpperCase()
  );
}

function classOf({ cwes = [], ruleId }: FingerprintParts): string {
  return [...cwes].sort()[0] ?? ruleId.toLowerCase();
}

function placeOf({ line, snippet, toolFingerprint }: FingerprintParts) {
  const code = snippet?.replace(/\s+/g, '') ?? '';
  return code === '' ? toolFingerprint ?? line ?? 0 : code;
}
