import type { FindingState } from '@atrium/plugin-scorecard-common';
import type { JsonPath } from '../../json/JsonPath';
import { toVulnerability } from '../../model/toVulnerability';
import type { ParsedItem } from '../ParsedItem';
import { MalformedItem, refuseItem } from '../readItems';
import type { Bom } from './Bom';
import type {
  CyclonedxAffects,
  CyclonedxVulnerability,
} from './cyclonedxSchemas';
import { standingOf } from './standingOf';

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
  const affects: CyclonedxAffects[] = found.affects?.length
    ? found.affects
    : [{ ref: '' }];
  for (const [index, { ref, versions }] of affects.entries()) {
    const place = [...path, 'affects', index];
    const affected = ref === '' ? 'entity' : bom.resolve(ref);
    if (typeof affected === 'object' && 'reason' in affected) {
      // What else it affects may well be known.
      yield refuseItem([...place, 'ref'], affected.reason);
      continue;
    }
    const version = affected === 'entity' ? bom.rootVersion : affected.version;
    const state = standingOf(STATES[word], { version, versions });
    if (state === undefined) {
      yield { type: 'passed' };
      continue;
    }
    if (typeof state === 'object') {
      yield refuseItem([...place, 'versions'], state.reason);
      continue;
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
        state,
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
