import { entityNotFound, type ScopeOptions } from '@atrium/backend-common';
import {
  type CompiledExpression,
  ExpressionError,
  withTimeLimit,
} from '@atrium/expressions';
import {
  scorecardDefinitionSchema,
  type TriedExpression,
} from '@atrium/plugin-scorecard-common';
import { evaluateEntity } from '../evaluation/evaluateEntity';
import type { Evaluator } from '../evaluation/Evaluator';
import type { EntitySnapshot } from '../evaluation/FactSnapshot';
import { compileScorecard } from '../expressions/CompiledScorecard';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import type { FactReads } from '../facts/FactReads';
import type { DryRuns } from './DryRuns';

interface ExpressionTrialsOptions {
  dryRuns: Pick<DryRuns, 'readVisible'>;
  evaluator: Evaluator;
  expressions: () => ScorecardExpressions;
  factReads: FactReads;
}

/** An expression as somebody writes it. */
interface WrittenExpression {
  expression: string;
  appliesTo?: string;
  entityRef?: string;
}

const BATCH_LIMIT_MS = 1_000;

/** Tries single expressions while they are written. */
export class ExpressionTrials {
  readonly #options: ExpressionTrialsOptions;

  constructor(options: ExpressionTrialsOptions) {
    this.#options = options;
  }

  /**
   * Says what is wrong with an expression, or what comes of it for all entities
   * that somebody may see.
   *
   * @throws NotFoundError when the entity it is shown for is not there, or hidden
   */
  async try(
    written: WrittenExpression,
    options: ScopeOptions,
  ): Promise<TriedExpression> {
    const { dryRuns, evaluator } = this.#options;
    const expressions = this.#options.expressions();
    const counts = { pass: 0, fail: 0, unknown: 0, notApplicable: 0 };
    let compiled: CompiledExpression<boolean>;
    try {
      compiled = expressions.environment.compile(written.expression, {
        returns: 'boolean',
      });
    } catch (error) {
      return { problem: toProblem(error), facts: [], ...counts };
    }
    const facts = compiled.references.map(
      ({ field, group }) => `${group}.${field}`,
    );
    const scorecard = compileSingle(written, expressions);
    if (!scorecard) {
      const message = 'What it applies to is not an expression';
      return { problem: { message }, facts, ...counts };
    }
    const at = new Date();
    const rate = (entity: EntitySnapshot) => {
      const [snapshot] = evaluator.toSnapshots([entity], at);
      const evaluation =
        snapshot &&
        evaluateEntity(scorecard, snapshot, { expressions, heldRank: 0 });
      return {
        outcome: evaluation?.outcomes.tried ?? ('not-applicable' as const),
        reason: evaluation?.reasons.tried,
      };
    };
    for await (const entities of dryRuns.readVisible(
      scorecard.providers,
      options,
    )) {
      withTimeLimit(() => {
        for (const entity of entities) {
          const { outcome } = rate(entity);
          if (outcome === 'not-applicable') {
            counts.notApplicable += 1;
          } else if (outcome !== 'exempt') {
            counts[outcome] += 1;
          }
        }
      }, BATCH_LIMIT_MS);
    }
    return {
      facts,
      ...counts,
      ...(written.entityRef !== undefined && {
        entity: await this.#show(written.entityRef, {
          options,
          rate,
          references: compiled.references,
        }),
      }),
    };
  }

  async #show(
    entityRef: string,
    {
      options,
      rate,
      references,
    }: {
      options: ScopeOptions;
      rate(
        entity: EntitySnapshot,
      ): Pick<NonNullable<TriedExpression['entity']>, 'outcome' | 'reason'>;
      references: CompiledExpression<boolean>['references'];
    },
  ): Promise<NonNullable<TriedExpression['entity']>> {
    const { factReads } = this.#options;
    // Refuses what is hidden.
    await factReads.getEntity(entityRef, options);
    const evidence = await factReads.readEvidence(entityRef);
    if (!evidence) {
      throw entityNotFound(entityRef);
    }
    const { outcome, reason } = rate(evidence.snapshot.entity);
    return {
      outcome,
      ...(reason !== undefined && { reason }),
      evidence: evidence.of(references),
    };
  }
}

/** A scorecard of the one check, for every entity. */
function compileSingle(
  { appliesTo, expression }: WrittenExpression,
  expressions: ScorecardExpressions,
) {
  const definition = scorecardDefinitionSchema.parse({
    apiVersion: 'atrium.dev/v1',
    kind: 'Scorecard',
    metadata: { name: 'tried' },
    spec: {
      owner: 'group:default/nobody',
      ...(appliesTo?.trim() && { appliesTo }),
      checks: [{ name: 'tried', title: 'Tried', expression }],
    },
  });
  return compileScorecard(definition, expressions).scorecard;
}

function toProblem(error: unknown): TriedExpression['problem'] {
  if (!(error instanceof ExpressionError)) {
    throw error;
  }
  return { message: error.message, ...error.range };
}
