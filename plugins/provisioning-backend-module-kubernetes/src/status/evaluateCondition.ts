import { ExpressionEnvironment, withTimeLimit } from '@atrium/expressions';
import type { JsonValue } from '@backstage/types';

/** What a condition may take: a definition must not stop the portal. */
const LIMIT_MS = 50;

const limits = { size: 1_500_000, text: 1_500_000, items: 1_500_000 };
const environment = new ExpressionEnvironment({
  variables: {
    object: { type: 'any', limits },
    objects: { type: 'list', limits },
  },
  // Objects of clusters have no limits: the time is measured instead.
  maxCost: Infinity,
});

/**
 * Evaluates a condition in CEL about objects of a cluster: `object` is the first,
 * `objects` are all.
 *
 * @throws Error when it is no condition, or takes longer than the limit
 */
export function evaluateCondition(
  expression: string,
  objects: JsonValue[],
  limitMs = LIMIT_MS,
): boolean {
  try {
    const condition = environment.compile(expression, { returns: 'boolean' });
    return withTimeLimit(
      () => condition.evaluate({ object: objects[0] ?? null, objects }),
      limitMs,
    );
  } catch (error) {
    throw new Error(`The condition '${expression}' could not be evaluated`, {
      cause: error,
    });
  }
}
