import type { CompiledExpression } from '@atrium/expressions';
import type {
  CheckDefinition,
  CheckResult,
  ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';
import type { SnapshotStore } from '../database/SnapshotStore';
import { FactSnapshot } from '../evaluation/FactSnapshot';
import { FixTemplate } from '../expressions/FixTemplate';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import { toEvidence } from '../facts/toEvidence';
import {
  type ActiveExemption,
  exemptionKey,
  type GrantedExemptionStore,
} from '../people/exemptions/GrantedExemptionStore';
import type { EntityFactUrls, FactUrls } from './FactUrls';
import type { StoredResult } from './StoredResult';

interface CheckResultsOptions {
  exemptions: Pick<GrantedExemptionStore, 'findActive'>;
  snapshots: Pick<SnapshotStore, 'read'>;
  urls: FactUrls;
  /** The facts that are known, once all modules have said so. */
  expressions: () => ScorecardExpressions;
}

/** How much is told of checks. */
export interface CheckResultsRequest {
  definitions: ReadonlyMap<string, ScorecardDefinition>;
  /** Whether the facts that decided are told as well, and how to pass. */
  hasEvidence: boolean;
}

/** What is known of one entity beside its result. */
interface EntityKnowledge {
  snapshot: FactSnapshot | undefined;
  urls: EntityFactUrls | undefined;
  expressions: ScorecardExpressions;
}

/** Says how entities do in each check, and why. */
export class CheckResults {
  readonly #options: CheckResultsOptions;

  constructor(options: CheckResultsOptions) {
    this.#options = options;
  }

  /** The checks of each result, in the order of the file. */
  async list(
    results: StoredResult[],
    { definitions, hasEvidence }: CheckResultsRequest,
  ): Promise<CheckResult[][]> {
    const { exemptions, snapshots, urls } = this.#options;
    const ids = [...new Set(results.map(({ entityId }) => entityId))];
    const expressions = this.#options.expressions();
    const providers = [...expressions.providers.keys()];
    const [active, entities, links] = await Promise.all([
      exemptions.findActive(results),
      hasEvidence ? snapshots.read({ ids }, { providers }) : [],
      hasEvidence ? urls.find(ids) : new Map<number, EntityFactUrls>(),
    ]);
    const byId = new Map(
      entities.map(entity => [
        entity.id,
        new FactSnapshot(entity, { atMs: Date.now(), expressions }),
      ]),
    );
    return results.map(result => {
      const { entityId, scorecard } = result;
      const knowledge = {
        snapshot: byId.get(entityId),
        urls: links.get(entityId),
        expressions,
      };
      const checks = definitions.get(scorecard)?.spec.checks ?? [];
      return checks.flatMap(check => {
        // One that was added just now was not looked at yet.
        const isRated = Object.hasOwn(result.outcomes, check.name);
        const exemption = active.get(exemptionKey(result, check.name));
        return isRated
          ? [
              {
                ...toCheckResult(check, result, exemption),
                ...(hasEvidence && explain(check, knowledge)),
              },
            ]
          : [];
      });
    });
  }
}

function toCheckResult(
  check: CheckDefinition,
  result: StoredResult,
  exemption: ActiveExemption | undefined,
): CheckResult {
  const { name, countsFrom } = check;
  const { evaluatedAt, outcomes, ratedSince, reasons, since } = result;
  const seconds = since[name];
  return {
    check: name,
    title: check.title,
    category: check.category,
    level: check.level,
    weight: check.weight,
    effort: check.effort,
    outcome: outcomes[name],
    isCounted:
      countsFrom === undefined ||
      Date.parse(countsFrom) <= evaluatedAt.getTime(),
    countsFrom,
    since: (seconds === undefined
      ? ratedSince
      : new Date(seconds * 1000)
    ).toISOString(),
    reason: reasons[name],
    exemption: outcomes[name] === 'exempt' ? exemption : undefined,
  };
}

/** The facts that decided, and how to pass. */
function explain(
  check: CheckDefinition,
  { expressions, snapshot, urls }: EntityKnowledge,
): Pick<CheckResult, 'description' | 'evidence' | 'fix'> {
  if (!snapshot) {
    return {};
  }
  const { appliesTo, description, expression, fix } = check;
  const compiled: CompiledExpression<boolean>[] = [expression, appliesTo]
    .filter(source => source !== undefined)
    .map(source =>
      expressions.environment.compile(source, { returns: 'boolean' }),
    );
  return {
    description,
    evidence: toEvidence(
      compiled.flatMap(({ references }) => references),
      snapshot,
      { expressions, urls: urls ?? {} },
    ),
    fix: fix && {
      text: FixTemplate.compile(fix.text, expressions).render(
        snapshot.context,
        'markdown',
      ),
      file: fix.file?.path,
    },
  };
}
