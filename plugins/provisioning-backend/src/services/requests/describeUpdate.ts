import type { JsonObject, JsonValue } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';

/** As far as an update may change it. */
interface Made {
  plan: string;
  parameters: JsonObject;
}

/** What an update changes, one thing a line, for people. */
export function describeUpdate(before: Made, after: Made): string[] {
  const lines =
    before.plan === after.plan
      ? []
      : [`Plan: ${before.plan} becomes ${after.plan}`];
  const names = new Set([
    ...Object.keys(before.parameters),
    ...Object.keys(after.parameters),
  ]);
  for (const name of [...names].toSorted()) {
    const [one, other] = [before.parameters[name], after.parameters[name]];
    if (!isDeepStrictEqual(one, other)) {
      lines.push(`${name}: ${toWords(one)} becomes ${toWords(other)}`);
    }
  }
  return lines;
}

function toWords(value: JsonValue | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
