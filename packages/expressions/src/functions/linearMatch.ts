import { RE2JS } from 're2js';
import { ExpressionError } from '../ExpressionError';

const MAX_PATTERN_LENGTH = 200;
const MAX_PROGRAM_SIZE = 500;

/** The patterns of expressions are few and come again and again. */
const compiled = new Map<string, RE2JS>();
const MAX_COMPILED = 1000;

/**
 * Compiles a pattern in the syntax of RE2, which takes linear time.
 *
 * @throws Error when it is none, or a very large one
 */
export function compilePattern(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known) {
    return known;
  }
  if (pattern.length > MAX_PATTERN_LENGTH) {
    throw new Error(
      `A pattern has at most ${MAX_PATTERN_LENGTH} characters, this one has ${pattern.length}`,
    );
  }
  const made = RE2JS.compile(pattern);
  if (made.programSize() > MAX_PROGRAM_SIZE) {
    throw new Error('The pattern repeats too much');
  }
  if (compiled.size >= MAX_COMPILED) {
    compiled.clear();
  }
  compiled.set(pattern, made);
  return made;
}

/** Steps of the automaton in one evaluation, of up to 60 nanoseconds each. */
const MAX_STEPS = 400_000;
let stepsLeft = MAX_STEPS;

/** Begins a new evaluation, which may take as many steps as any other. */
export function resetSteps(): void {
  stepsLeft = MAX_STEPS;
}

/**
 * Whether a pattern is found anywhere in a text.
 *
 * @throws ExpressionError when this evaluation has matched too much already
 */
export function matchesLinear(text: string, pattern: string): boolean {
  const made = compilePattern(pattern);
  stepsLeft -= (text.length + 1) * made.programSize();
  if (stepsLeft < 0) {
    throw new ExpressionError('There is too much text for this pattern');
  }
  return made.matcher(text).find();
}
