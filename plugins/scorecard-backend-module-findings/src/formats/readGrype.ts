import { z } from 'zod';
import type { JsonDocument } from '../json/JsonDocument';
import type { JsonPattern } from '../json/JsonWalker';
import { toVulnerability } from '../model/toVulnerability';
import type { ParsedItem } from './ParsedItem';
import { parseItem, readItems } from './readItems';

const TOOL = 'Grype';
const PATTERNS: JsonPattern[] = [
  ['matches', '*'],
  ['ignoredMatches', '*'],
];

const text = z.string();
const cvss = z
  .array(
    z.object({
      version: text.nullish(),
      vector: text.nullish(),
      metrics: z.object({ baseScore: z.number().nullish() }).nullish(),
    }),
  )
  .nullish()
  .catch(undefined);

const matchSchema = z.object({
  vulnerability: z.object({
    id: text.min(1),
    dataSource: text.nullish(),
    severity: text.nullish(),
    description: text.nullish(),
    cvss,
    fix: z
      .object({ versions: z.array(text).nullish() })
      .nullish()
      .catch(undefined),
  }),
  relatedVulnerabilities: z
    .array(z.object({ id: text, description: text.nullish(), cvss }))
    .nullish(),
  artifact: z.object({
    name: text,
    version: text.nullish(),
    purl: text.nullish(),
    locations: z
      .array(z.object({ path: text.nullish() }))
      .nullish()
      .catch(undefined),
  }),
  appliedIgnoreRules: z
    .array(
      z.object({
        reason: text.nullish(),
        'vex-status': text.nullish(),
        'vex-justification': text.nullish(),
      }),
    )
    .nullish(),
});

type Match = z.output<typeof matchSchema>;
type Cvss = NonNullable<z.output<typeof cvss>>[number];

/** Reads the JSON of Grype. What its rules ignore is suppressed there. */
export async function* readGrype(
  document: JsonDocument,
): AsyncGenerator<ParsedItem> {
  yield { type: 'tool', tool: TOOL };
  yield { type: 'looked-for', tool: TOOL, kind: 'vulnerability' };
  yield* readItems(document, {
    patterns: PATTERNS,
    read: item => [
      {
        type: 'finding',
        finding: toFinding(parseItem(matchSchema, item), item.pattern === 1),
      },
    ],
  });
}

function toFinding(match: Match, isIgnored: boolean) {
  const { artifact, vulnerability } = match;
  const related = match.relatedVulnerabilities ?? [];
  const ratings = [vulnerability, ...related].flatMap(({ cvss: own }) =>
    (own ?? []).toSorted((one, other) => versionOf(other) - versionOf(one)),
  );
  return toVulnerability({
    tool: TOOL,
    id: vulnerability.id,
    aliases: related.map(({ id }) => id),
    description: vulnerability.description ?? related.at(0)?.description,
    ratings: ratings.map(({ metrics, vector }) => ({
      score: metrics?.baseScore,
      vector,
    })),
    severityWord: vulnerability.severity,
    purl: artifact.purl,
    packageName: artifact.name,
    packageVersion: artifact.version,
    fixedIn: vulnerability.fix?.versions ?? [],
    file: artifact.locations?.at(0)?.path,
    url: vulnerability.dataSource,
    ...(isIgnored ? ignoredBy(match) : {}),
  });
}

/** Older versions of Grype list CVSS 2.0 first, whose vectors do not say what they are. */
function versionOf({ vector, version }: Cvss): number {
  return Number(version ?? /^CVSS:([\d.]+)/.exec(vector ?? '')?.[1] ?? 2) || 0;
}

function ignoredBy({ appliedIgnoreRules }: Match) {
  const rule = appliedIgnoreRules?.at(0);
  const isNotAffected = rule?.['vex-status'] === 'not_affected';
  return {
    state: isNotAffected ? ('not-affected' as const) : ('suppressed' as const),
    reason: rule?.['vex-justification'] ?? rule?.reason,
  };
}
