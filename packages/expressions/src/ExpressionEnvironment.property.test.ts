import fc from 'fast-check';
import { ExpressionEnvironment } from './ExpressionEnvironment';
import { ExpressionError } from './ExpressionError';

/** What an expression may take at most, in milliseconds of CPU. */
const LIMIT_MS = 50;

/**
 * The slowest that is known, some 30 ms on two quiet cores. Where a machine takes longer
 * for it, others may take twice as long as it does there.
 */
const SLOWEST = `["a"].exists(x, ("a".split("aaaaaaab") + (["a", "b"].map(y, y) +
  entity.short.filter(x, entity.map.all(y, true))).map(y, "aaaaaaab")).all(y, true))`;

const environment = new ExpressionEnvironment({
  records: {
    facts: { repo: { files: 'texts', name: 'text', count: 'integer' } },
  },
  variables: {
    entity: { type: 'map', limits: { size: 60_000, text: 1000, items: 200 } },
    now: { type: 'instant' },
  },
});

/** As large as facts and entities may be, and alike, so that nothing ends early. */
const worst = {
  facts: environment.createRecord('facts', {
    repo: {
      files: new Array(200).fill('a'.repeat(1000)),
      name: 'a'.repeat(1000),
      count: 7,
    },
  }),
  entity: {
    list: new Array(58).fill('a'.repeat(1000)),
    short: new Array(200).fill('a'),
    map: Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`k${index}`, index]),
    ),
  },
  now: new Date('2026-11-28T00:00:00Z'),
};

const words = fc.constantFrom('"a"', '"aaaaaaab"', '"k1"', '""');
const patterns = fc.constantFrom('^(a|b)*c$', '(?i)codeowners', '(a?){9}a{9}b');
const deep = { maxDepth: 4, withCrossShrink: true, depthSize: 'max' as const };

/** Expressions that are about to take long. */
const { condition } = fc.letrec<Record<'text' | 'list' | 'condition', string>>(
  tie => ({
    text: fc.oneof(
      deep,
      words,
      fc.constantFrom('facts.repo.name', 'x', 'y'),
      fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a} + ${b})`),
      tie('text').map(a => `${a}.lowerAscii()`),
      fc.tuple(tie('list'), tie('text')).map(([a, b]) => `${a}.join(${b})`),
    ),
    list: fc.oneof(
      deep,
      fc.constantFrom(
        'facts.repo.files',
        'entity.list',
        'entity.short',
        '["a", "b"]',
        'entity.map',
      ),
      fc.tuple(tie('text'), words).map(([a, b]) => `${a}.split(${b})`),
      fc
        .tuple(tie('list'), tie('condition'))
        .map(([a, b]) => `${a}.filter(x, ${b})`),
      fc.tuple(tie('list'), tie('text')).map(([a, b]) => `${a}.map(y, ${b})`),
      fc.tuple(tie('list'), tie('list')).map(([a, b]) => `(${a} + ${b})`),
    ),
    condition: fc.oneof(
      deep,
      fc.constantFrom('true', 'facts.repo.count > 3', 'x == "b"'),
      fc.tuple(tie('text'), tie('text')).map(([a, b]) => `${a}.contains(${b})`),
      fc.tuple(tie('text'), patterns).map(([a, b]) => `${a}.matches("${b}")`),
      fc
        .tuple(tie('list'), tie('condition'))
        .map(([a, b]) => `${a}.exists(x, ${b})`),
      fc
        .tuple(tie('list'), tie('condition'))
        .map(([a, b]) => `${a}.all(y, ${b})`),
      fc.tuple(tie('text'), tie('list')).map(([a, b]) => `${a} in ${b}`),
      fc
        .tuple(tie('condition'), tie('condition'))
        .map(([a, b]) => `(${a} && ${b})`),
      tie('condition').map(a => `!${a}`),
    ),
  }),
);

/** Undefined where it is refused, which is an answer too. */
function compile(source: string) {
  try {
    return environment.compile(source, { returns: 'boolean' });
  } catch (error) {
    if (error instanceof ExpressionError) {
      return undefined;
    }
    throw error;
  }
}

/** The collector and other processes take their time too: the best of some. */
function bestCpuOf(work: () => unknown, enoughMs = 0): number {
  let best = cpuOf(work);
  for (let turn = 0; best > enoughMs && turn < 4; turn++) {
    best = Math.min(best, cpuOf(work));
  }
  return best;
}

function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  try {
    work();
  } catch (error) {
    if (!(error instanceof ExpressionError)) {
      throw error;
    }
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('ExpressionEnvironment, whatever is written', () => {
  it('takes at most 50 ms for what it accepts', () => {
    const slowest = environment.compile(SLOWEST, { returns: 'boolean' });
    let acceptedCount = 0;
    const slow: string[] = [];
    fc.assert(
      fc.property(condition, source => {
        const wrapped = `["a"].exists(x, ["a"].exists(y, ${source}))`;
        const expression = compile(wrapped);
        if (!expression) {
          return;
        }
        acceptedCount += 1;
        const best = bestCpuOf(() => expression.evaluate(worst), LIMIT_MS);
        if (
          best > LIMIT_MS &&
          best > 2 * bestCpuOf(() => slowest.evaluate(worst))
        ) {
          slow.push(`${best} ms: ${wrapped}`);
        }
      }),
      { numRuns: 1500 },
    );
    expect(slow).toEqual([]);
    expect(acceptedCount).toBeGreaterThan(300);
  });

  it('answers any text with an expression or its problem', () => {
    const token = fc.constantFrom(
      ...'facts . repo files ( ) [ ] "a" + && entity exists , x ? : matches'.split(
        ' ',
      ),
      ...'1 - ! in has { } constructor __proto__ now'.split(' '),
      ' ',
    );
    const anything = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(token, { maxLength: 40 }).map(parts => parts.join('')),
    );
    const isAnswered = fc.property(anything, source => {
      cpuOf(() => compile(source)?.evaluate(worst));
    });
    expect(() => fc.assert(isAnswered, { numRuns: 3000 })).not.toThrow();
  });
});
