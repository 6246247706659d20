import type { FindingState } from '@atrium/plugin-scorecard-common';
import type { JsonPath } from '../../json/JsonPath';
import { toVulnerability } from '../../model/toVulnerability';
import type { ParsedItem } from '../ParsedItem';
import { MalformedItem } from '../readItems';
import type { Bom } from './Bom';
import type { CyclonedxVulnerability } from './cyclonedxSchemas';

/** What a vulnerability is read with. */
interface FindingContext {
  bom: Bom;
  path: JsonPath;
}

/** What a vulnerability means by its analysis. Without one it counts. */
const STATES: Record<string, FindingState> = {
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  exploitable: 'open',
  in_triage: 'open',
  false_positive: 'not-affected',
  not_affected: 'not-affected',
};

/** The newest first; `other` may have a vector that says what it is. */
const METHODS = ['CVSSv4', 'CVSSv31', 'CVSSv3', 'CVSSv2', 'other'];

/** One finding for each package that a vulnerability affects. */
export function* toCyclonedxFindings(
  found: CyclonedxVulnerability,
  { bom, path }: FindingContext,
): Generator<ParsedItem> {
  const { analysis, ratings } = found;
  const word = analysis?.state ?? 'exploitable';
  if (!Object.hasOwn(STATES, word)) {
    throw new MalformedItem(
      [...path, 'analysis', 'state'],
      'is no state of CycloneDX',
    );
  }
  const affects = found.affects?.length ? found.affects : [{ ref: '' }];
  for (const [index, { ref }] of affects.entries()) {
    const affected = ref === '' ? 'entity' : bom.resolve(ref);
    if (affected === undefined) {
      throw new MalformedItem(
        [...path, 'affects', index, 'ref'],
        'names no component of the document, and is no package URL',
      );
    }
    yield {
      type: 'finding',
      finding: toVulnerability({
        tool: bom.tool,
        id: found.id,
        aliases: (found.references ?? []).map(({ id }) => id),
        description: found.description ?? found.detail,
        // OWASP and SSVC have scores of another meaning.
        ratings: (ratings ?? [])
          .filter(({ method }) => METHODS.includes(method ?? 'other'))
          .sort((one, other) => rank(one.method) - rank(other.method)),
        severityWord: ratings?.at(0)?.severity,
        url: found.source?.url ?? found.advisories?.at(0)?.url,
        state: STATES[word],
        reason: [analysis?.justification, analysis?.detail]
          .filter(Boolean)
          .join(': '),
        ...(affected !== 'entity' && {
          packageId: affected.id,
          packageName: affected.name,
          packageVersion: affected.version,
        }),
      }),
    };
  }
}

function rank(method: string | null | undefined): number {
  return METHODS.indexOf(method ?? 'other');
}
