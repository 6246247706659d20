import { Environment } from '@marcbachmann/cel-js';
import { matchesLinear } from './linearMatch';

/** What runs instead of what is written, by the name that is written. */
export const rewrittenCalls: Readonly<Record<string, string>> = {
  matches: 'matchesLinear',
  duration: 'knownDuration',
};

const durations = new Map<string, unknown>();
const MAX_DURATIONS = 1000;

/** The functions of the language that run differently here. */
export function registerRewrittenCalls(environment: Environment): void {
  const plain = new Environment()
    .registerVariable('text', 'string')
    .parse('duration(text)');
  environment.registerFunction(
    `string.${rewrittenCalls.matches}(string): bool`,
    matchesLinear,
  );
  environment.registerFunction(
    `${rewrittenCalls.duration}(string): google.protobuf.Duration`,
    (text: string) => {
      const known = durations.get(text);
      if (known) {
        return known;
      }
      const made: unknown = plain({ text });
      if (durations.size < MAX_DURATIONS) {
        durations.set(text, made);
      }
      return made;
    },
  );
}
