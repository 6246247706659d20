import type {
  CheckOutcome,
  DryRun,
  DryRunCheck,
  LevelsAt,
  Mover,
  ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';
import type { StoredResult } from '../database/ResultStore';
import type { Evaluation } from '../evaluation/evaluateEntity';
import type { EntitySnapshot } from '../evaluation/FactSnapshot';
import { mapRanks } from '../evaluation/mapRanks';

const MAX_EXAMPLES = 20;
const MAX_MOVERS = 100;

/** Counts how many hold which level. */
export class LevelTally {
  readonly #ranks = new Map<number, number>();
  #scoreSum = 0;
  #scoreCount = 0;

  add(rank: number | null | undefined, score: number | null | undefined): void {
    this.#ranks.set(rank ?? 0, (this.#ranks.get(rank ?? 0) ?? 0) + 1);
    if (typeof score === 'number') {
      this.#scoreSum += score;
      this.#scoreCount += 1;
    }
  }

  toLevels(at: Date, levels: readonly { name: string }[]): LevelsAt {
    return {
      at: at.toISOString(),
      levelCounts: [
        { count: this.#ranks.get(0) ?? 0 },
        ...levels.map(({ name }, index) => ({
          level: name,
          count: this.#ranks.get(index + 1) ?? 0,
        })),
      ],
      ...(this.#scoreCount > 0 && {
        averageScore: this.#scoreSum / this.#scoreCount,
      }),
    };
  }
}

/** Adds up what would come of a draft. */
export class DryRunTally {
  readonly #at: Date;
  readonly #definition: ScorecardDefinition;
  readonly #published: ScorecardDefinition | undefined;
  readonly #checks: Map<string, DryRunCheck>;
  readonly #before = new LevelTally();
  readonly #after = new LevelTally();
  readonly #teams = new Map<string, { up: number; down: number }>();
  readonly #movers: Mover[] = [];
  /** By the ranks of what is in force, those of the same levels in the draft. */
  readonly #ranks: number[];
  #entityCount = 0;

  /** @param published - what is in force under the same name */
  constructor(
    at: Date,
    definition: ScorecardDefinition,
    published: ScorecardDefinition | undefined,
  ) {
    this.#at = at;
    this.#definition = definition;
    this.#published = published;
    this.#ranks = mapRanks(
      published?.spec.levels ?? [],
      definition.spec.levels,
    );
    this.#checks = new Map(
      definition.spec.checks.map(({ name, title }) => [
        name,
        {
          check: name,
          title,
          pass: 0,
          fail: 0,
          unknown: 0,
          notApplicable: 0,
          exempt: 0,
          nowPass: 0,
          nowFail: 0,
          examples: [],
        },
      ]),
    );
  }

  add(
    entity: EntitySnapshot,
    evaluation: Evaluation | undefined,
    before: StoredResult | undefined,
  ): void {
    if (before) {
      this.#before.add(before.rank, before.score);
    }
    if (!evaluation) {
      return;
    }
    this.#entityCount += 1;
    this.#after.add(evaluation.rank, evaluation.score);
    for (const [name, outcome] of Object.entries(evaluation.outcomes)) {
      const check = this.#checks.get(name);
      if (check) {
        addOutcome(check, outcome, before?.outcomes[name]);
        if (outcome === 'fail' || outcome === 'unknown') {
          addExample(check, entity.entityRef, {
            outcome,
            reason: evaluation.reasons[name],
          });
        }
      }
    }
    if (before) {
      this.#addMove(entity, evaluation, before);
    }
  }

  #isPublished(level: string | undefined): boolean {
    return (
      this.#published?.spec.levels.some(({ name }) => name === level) ?? false
    );
  }

  toDryRun(): Omit<DryRun, 'problems' | 'backtest' | 'backtestFrom'> {
    const { levels } = this.#definition.spec;
    return {
      entityCount: this.#entityCount,
      checks: [...this.#checks.values()],
      ...(this.#published && {
        before: this.#before.toLevels(this.#at, this.#published.spec.levels),
      }),
      after: this.#after.toLevels(this.#at, levels),
      teams: [...this.#teams]
        .map(([ownerRef, { down, up }]) => ({ ownerRef, up, down }))
        .sort((one, other) => other.down - one.down || other.up - one.up),
      movers: this.#movers,
    };
  }

  /** A level that only has another name is the same. */
  #addMove(
    { entityRef, ownerRefs }: EntitySnapshot,
    evaluation: Evaluation,
    before: StoredResult,
  ): void {
    const from = this.#published?.spec.levels[(before.rank ?? 0) - 1]?.name;
    const to = this.#definition.spec.levels[(evaluation.rank ?? 0) - 1]?.name;
    const rank = evaluation.rank ?? 0;
    const held = this.#ranks[before.rank ?? 0];
    const isRenamed = held === rank && rank > 0 && !this.#isPublished(to);
    if (from === to || isRenamed) {
      return;
    }
    const direction = rank > held ? 'up' : 'down';
    for (const ownerRef of ownerRefs) {
      const team = this.#teams.get(ownerRef) ?? { up: 0, down: 0 };
      team[direction] += 1;
      this.#teams.set(ownerRef, team);
    }
    if (this.#movers.length < MAX_MOVERS) {
      const checks = this.#definition.spec.checks
        .filter(
          ({ name }) => before.outcomes[name] !== evaluation.outcomes[name],
        )
        .map(({ title }) => title);
      this.#movers.push({
        entityRef,
        ownerRefs,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        direction,
        at: this.#at.toISOString(),
        checks,
      });
    }
  }
}

function addOutcome(
  check: DryRunCheck,
  outcome: CheckOutcome,
  before: CheckOutcome | undefined,
): void {
  check[outcome === 'not-applicable' ? 'notApplicable' : outcome] += 1;
  if (before === 'fail' && outcome === 'pass') {
    check.nowPass += 1;
  }
  if (before === 'pass' && outcome === 'fail') {
    check.nowFail += 1;
  }
}

function addExample(
  { examples }: DryRunCheck,
  entityRef: string,
  { outcome, reason }: { outcome: CheckOutcome; reason: string | undefined },
): void {
  if (examples.length < MAX_EXAMPLES) {
    examples.push({
      entityRef,
      outcome,
      ...(reason !== undefined && { reason }),
    });
  }
}
