import type { Ownership } from '@atrium/backend-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { ResultStore } from '../database/ResultStore';
import type { CompiledScorecard } from '../expressions/CompiledScorecard';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import type { ScorecardMetrics } from '../ScorecardMetrics';
import type { ActiveScorecard } from './ActiveScorecards';
import { type Evaluation, evaluateEntity } from './evaluateEntity';
import { type EntitySnapshot, FactSnapshot } from './FactSnapshot';
import type { GrantedExemption, GrantedExemptions } from './GrantedExemptions';
import { toResultWrite } from './toResultWrite';

interface EvaluatorOptions {
  auth: AuthService;
  exemptions: GrantedExemptions;
  expressions: () => ScorecardExpressions;
  metrics: ScorecardMetrics;
  ownership: Pick<Ownership, 'expandOwners'>;
  results: ResultStore;
}

/** What entities are rated by. */
export interface RatingRules {
  compiled: CompiledScorecard;
  /** Whose entities it rates; all where undefined. */
  owners: ReadonlySet<string> | undefined;
  /** By entity ref and check. */
  exemptions: ReadonlyMap<string, ReadonlyMap<string, GrantedExemption[]>>;
}

/** A scorecard with what its evaluation needs to know once. */
export type PreparedScorecard = ActiveScorecard & RatingRules;

/** Rates entities, and keeps what comes of it. */
export class Evaluator {
  readonly #options: EvaluatorOptions;

  constructor(options: EvaluatorOptions) {
    this.#options = options;
  }

  /** Reads what an evaluation needs beside entities and facts. */
  async prepare(scorecard: ActiveScorecard): Promise<PreparedScorecard> {
    return {
      ...scorecard,
      owners: await this.findOwners(scorecard),
      exemptions: await this.readExemptions(scorecard.name),
    };
  }

  /** All exemptions of a scorecard that were ever granted. */
  async readExemptions(
    scorecard: string,
    knex?: Knex,
  ): Promise<RatingRules['exemptions']> {
    return groupExemptions(
      await this.#options.exemptions.list(scorecard, knex),
    );
  }

  /** Whose entities a scorecard may rate; all where undefined. */
  async findOwners({
    definition,
    reach,
  }: Pick<ActiveScorecard, 'definition' | 'reach'>): Promise<
    ReadonlySet<string> | undefined
  > {
    if (reach === 'everything') {
      return undefined;
    }
    const { auth, ownership } = this.#options;
    // Whom a scorecard rates does not depend on who looks.
    const credentials = await auth.getOwnServiceCredentials();
    const owners = [definition.spec.owner];
    return new Set(await ownership.expandOwners(owners, { credentials }));
  }

  /**
   * Rates entities by a scorecard and keeps the results.
   *
   * @returns the refs of those whose result changed
   */
  async rate(
    trx: Knex.Transaction,
    {
      at,
      entities,
      scorecard,
    }: { at: Date; entities: FactSnapshot[]; scorecard: PreparedScorecard },
  ): Promise<string[]> {
    const { metrics, results } = this.#options;
    const startedAt = performance.now();
    const expressions = this.#options.expressions();
    const { name, version } = scorecard;
    const before = await results.read(
      name,
      entities.map(({ entity }) => entity.id),
      trx,
    );
    const ended: number[] = [];
    const writes = [];
    const changedRefs: string[] = [];
    for (const snapshot of entities) {
      const { entity } = snapshot;
      const known = before.get(entity.id);
      const evaluation = isInReach(scorecard, entity)
        ? evaluateEntity(scorecard.compiled, snapshot, {
            expressions,
            heldRank: known?.rank ?? 0,
            exemptions: scorecard.exemptions.get(entity.entityRef),
          })
        : undefined;
      if (evaluation) {
        const write = toResultWrite(evaluation, {
          entityId: entity.id,
          version,
          at,
          before: known,
        });
        writes.push(write);
        if (write.change) {
          changedRefs.push(entity.entityRef);
        }
      } else if (known) {
        ended.push(entity.id);
        changedRefs.push(entity.entityRef);
      }
    }
    await results.write(trx, writes, { scorecard: name, at });
    if (ended.length > 0) {
      await results.end(trx, name, ended);
    }
    metrics.countEvaluated(
      entities.length,
      (performance.now() - startedAt) / 1000,
    );
    return changedRefs;
  }

  /**
   * Rates an entity as it was at an instant, and keeps nothing.
   *
   * @returns undefined where the scorecard was not for it, or no fact is known of
   * then that counts
   */
  ratePast(
    { compiled, exemptions, owners }: RatingRules,
    entity: EntitySnapshot,
    { at, heldRank }: { at: Date; heldRank: number },
  ): Evaluation | undefined {
    const isKnown =
      compiled.providers.length === 0 || Object.keys(entity.facts).length > 0;
    if (!isKnown || !isInReach({ owners }, entity)) {
      return undefined;
    }
    const [snapshot] = this.toSnapshots([entity], at);
    return (
      snapshot &&
      evaluateEntity(compiled, snapshot, {
        expressions: this.#options.expressions(),
        heldRank,
        exemptions: exemptions.get(entity.entityRef),
      })
    );
  }

  /** Entities with their facts as expressions see them at an instant. */
  toSnapshots(entities: readonly EntitySnapshot[], at: Date): FactSnapshot[] {
    const options = {
      atMs: at.getTime(),
      expressions: this.#options.expressions(),
    };
    return entities.map(entity => new FactSnapshot(entity, options));
  }
}

/** Whether a scorecard may rate an entity at all. */
export function isInReach(
  { owners }: Pick<RatingRules, 'owners'>,
  { ownerRefs }: Pick<EntitySnapshot, 'ownerRefs'>,
): boolean {
  return !owners || ownerRefs.some(ref => owners.has(ref));
}

function groupExemptions(
  exemptions: readonly GrantedExemption[],
): Map<string, Map<string, GrantedExemption[]>> {
  const groups = new Map<string, Map<string, GrantedExemption[]>>();
  for (const exemption of exemptions) {
    const checks = groups.get(exemption.entityRef) ?? new Map();
    checks.set(exemption.check, [
      ...(checks.get(exemption.check) ?? []),
      exemption,
    ]);
    groups.set(exemption.entityRef, checks);
  }
  return groups;
}
