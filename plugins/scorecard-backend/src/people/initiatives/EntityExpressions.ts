import { ExpressionError } from '@atrium/expressions';
import type { Knex } from 'knex';
import type { SnapshotStore } from '../../database/SnapshotStore';
import { FactSnapshot } from '../../evaluation/FactSnapshot';
import type { ScorecardExpressions } from '../../expressions/ScorecardExpressions';
import type { ScopeExpressions } from './ScopeExpressions';

interface EntityExpressionsOptions {
  knex: Knex;
  snapshots: Pick<SnapshotStore, 'read'>;
  /** The facts that are known, once all modules have said so. */
  expressions: () => ScorecardExpressions;
}

/** How many entities are looked at before others get a turn. */
const BATCH = 500;

/** Finds the entities that an expression over their facts is true of. */
export class EntityExpressions implements ScopeExpressions {
  readonly #options: EntityExpressionsOptions;

  constructor(options: EntityExpressionsOptions) {
    this.#options = options;
  }

  findProblem(expression: string): string | undefined {
    try {
      this.#compile(expression);
      return undefined;
    } catch (error) {
      if (error instanceof ExpressionError) {
        return error.message;
      }
      throw error;
    }
  }

  /** What is not known of an entity leaves it out. */
  async findEntityRefs(
    expression: string,
    scorecard: string,
  ): Promise<string[]> {
    const { knex, snapshots } = this.#options;
    const compiled = this.#compile(expression);
    const expressions = this.#options.expressions();
    const ids: number[] = await knex('results')
      .where({ scorecard })
      .orderBy('entity_id')
      .pluck('entity_id');
    const providers = [
      ...new Set(compiled.references.map(({ group }) => group)),
    ];
    const found: string[] = [];
    const atMs = Date.now();
    for (let start = 0; start < ids.length; start += BATCH) {
      const entities = await snapshots.read(
        { ids: ids.slice(start, start + BATCH) },
        { providers },
      );
      for (const entity of entities) {
        const { context } = new FactSnapshot(entity, { atMs, expressions });
        if (isTrue(() => compiled.evaluate(context))) {
          found.push(entity.entityRef);
        }
      }
    }
    return found;
  }

  #compile(expression: string) {
    return this.#options
      .expressions()
      .environment.compile(expression, { returns: 'boolean' });
  }
}

function isTrue(evaluate: () => boolean): boolean {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof ExpressionError) {
      return false;
    }
    throw error;
  }
}
