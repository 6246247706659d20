import type { FindingSeverity } from '@atrium/plugin-scorecard-common';
import { z } from 'zod';
import type { JsonDocument } from '../json/JsonDocument';
import type { JsonPattern } from '../json/JsonWalker';
import { fingerprintOf } from '../model/fingerprint';
import { readLine, readText, readWebUrl } from '../model/text';
import type { ParsedItem } from './ParsedItem';
import { parseItem, readItems } from './readItems';

const TOOL = 'OpenSSF Scorecard';
const MAX_SCORE = 10;

const PATTERNS: JsonPattern[] = [['checks', '*'], ['score']];

const checkSchema = z.object({
  name: z.string().min(1).max(100),
  score: z.number().min(-1).max(MAX_SCORE),
  reason: z.string().nullish(),
  documentation: z
    .object({ url: z.string().nullish(), short: z.string().nullish() })
    .nullish(),
});

/** The risk of each check, as its documentation says (docs/checks.md). */
const RISKS: Record<string, FindingSeverity> = {
  'Binary-Artifacts': 'high',
  'Branch-Protection': 'high',
  'CI-Tests': 'low',
  'CII-Best-Practices': 'low',
  'Code-Review': 'high',
  Contributors: 'low',
  'Dangerous-Workflow': 'critical',
  'Dependency-Update-Tool': 'high',
  Fuzzing: 'medium',
  License: 'low',
  Maintained: 'high',
  Packaging: 'medium',
  'Pinned-Dependencies': 'medium',
  SAST: 'medium',
  SBOM: 'medium',
  'Security-Policy': 'medium',
  'Signed-Releases': 'high',
  'Token-Permissions': 'high',
  Vulnerabilities: 'high',
  Webhooks: 'critical',
};

/**
 * Reads the JSON of OpenSSF Scorecard. Each check is kept with its score, and is
 * a finding below 10, as in the SARIF of the same tool.
 */
export async function* readOpenssf(
  document: JsonDocument,
): AsyncGenerator<ParsedItem> {
  yield { type: 'tool', tool: TOOL };
  yield { type: 'looked-for', tool: TOOL, kind: 'posture' };
  yield* readItems(document, {
    patterns: PATTERNS,
    read: item => {
      if (item.pattern === 0) {
        return toCheckItems(parseItem(checkSchema, item));
      }
      const score = parseItem(z.number().min(-1).max(MAX_SCORE), item);
      // -1 stands for no result.
      return [{ type: 'score', score: score < 0 ? undefined : score }];
    },
  });
}

function toCheckItems(check: z.output<typeof checkSchema>): ParsedItem[] {
  const { score, documentation } = check;
  const name = readLine(check.name) ?? 'Unknown check';
  const reason = readLine(check.reason);
  // -1: the check could not be made, which says nothing.
  if (score < 0) {
    return [{ type: 'passed' }];
  }
  const kept = { name, score, reason };
  if (score >= MAX_SCORE) {
    return [{ type: 'check', check: kept }];
  }
  return [
    {
      type: 'check',
      check: kept,
      finding: {
        tool: TOOL,
        kind: 'posture',
        ruleId: name,
        title: `${name}: ${score} of ${MAX_SCORE}`,
        description: readText(
          [reason, documentation?.short].filter(Boolean).join('\n\n'),
        ),
        severity: Object.hasOwn(RISKS, name) ? RISKS[name] : 'unknown',
        aliases: [],
        fixedIn: [],
        url: readWebUrl(documentation?.url),
        state: 'open',
        fingerprint: fingerprintOf({
          kind: 'posture',
          ruleId: name,
          aliases: [],
        }),
      },
    },
  ];
}
