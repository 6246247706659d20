import { type CelInput, run } from '@bufbuild/cel';
import type { JsonValue } from '@backstage/types';
import { createContext, runInContext } from 'node:vm';

/** What a condition may take: a definition must not stop the portal. */
const TIMEOUT_MS = 50;

let isPrepared = false;

/** The first evaluation sets up all of the language, which is not its cost. */
function prepareEvaluator(): void {
  if (!isPrepared) {
    isPrepared = true;
    run("[1].exists(one, one == 1) && object.a.b == 'c' && has(object.a)", {
      object: new Map([['a', new Map([['b', 'c']])]]),
      objects: [],
    });
  }
}

/**
 * Evaluates a condition in CEL about objects of a cluster: `object` is the first,
 * `objects` are all.
 *
 * @throws Error when it is no condition, or takes longer than 50 ms
 */
export function evaluateCondition(
  expression: string,
  objects: JsonValue[],
): boolean {
  const bindings = {
    object: toInput(objects[0] ?? null),
    objects: objects.map(toInput),
  };
  prepareEvaluator();
  // Only this interrupts what runs on the same thread.
  const context = createContext({ evaluate: () => run(expression, bindings) });
  let result: unknown;
  try {
    result = runInContext('evaluate()', context, { timeout: TIMEOUT_MS });
  } catch (error) {
    throw new Error(`The condition '${expression}' could not be evaluated`, {
      cause: error,
    });
  }
  if (typeof result !== 'boolean') {
    throw new Error(`The condition '${expression}' is neither true nor false`);
  }
  return result;
}

function toInput(value: JsonValue): CelInput {
  if (Array.isArray(value)) {
    return value.map(toInput);
  }
  if (value !== null && typeof value === 'object') {
    return new Map(
      Object.entries(value).map(([key, of]) => [key, toInput(of ?? null)]),
    );
  }
  return value;
}
