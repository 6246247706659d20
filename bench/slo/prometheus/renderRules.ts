import { WINDOW_MINUTES } from '../windows.ts';
import type { Counter } from './Counter.ts';
import { ratioExpression } from './ratioExpression.ts';

/** Rules for each window of each SLO, as they are generated for SLOs. */
export function renderRules(
  counters: Counter[],
  intervalSeconds: number,
): string {
  const rules = counters.flatMap(({ service }) =>
    WINDOW_MINUTES.map(windowMinutes => ({
      record: 'slo:ratio',
      labels: { window: `${windowMinutes}m` },
      expr: ratioExpression(windowMinutes, service),
    })),
  );
  // JSON is YAML, too.
  return JSON.stringify({
    // In one group, rules are evaluated one after the other.
    groups: [{ name: 'slo', interval: `${intervalSeconds}s`, rules }],
  });
}
