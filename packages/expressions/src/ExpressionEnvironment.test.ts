import { ExpressionEnvironment } from './ExpressionEnvironment';
import { ExpressionError, MissingFieldError } from './ExpressionError';

const environment = new ExpressionEnvironment({
  records: {
    facts: {
      slo: { count: 'integer', budget: 'number', names: 'texts' },
      delivery: { lastSuccessAt: 'instant', branch: 'text' },
    },
  },
  variables: {
    entity: { type: 'map', limits: { size: 60_000, text: 1000, items: 200 } },
    now: { type: 'instant' },
  },
});

const context = {
  facts: environment.createRecord('facts', {
    slo: { count: 2, names: ['latency', 'errors'] },
    delivery: { lastSuccessAt: '2026-11-20T00:00:00Z', branch: 'main' },
  }),
  entity: {
    kind: 'Component',
    metadata: { name: 'a', tags: ['java', 'x-1'], labels: { tier: '1' } },
    spec: { replicas: 3 },
  },
  now: new Date('2026-11-28T00:00:00Z'),
};

function evaluate(source: string): boolean {
  return environment.compile(source, { returns: 'boolean' }).evaluate(context);
}

function problemOf(source: string): ExpressionError {
  try {
    environment.compile(source, { returns: 'boolean' });
  } catch (error) {
    if (error instanceof ExpressionError) {
      return error;
    }
    throw error;
  }
  throw new Error(`'${source}' was accepted`);
}

describe('ExpressionEnvironment', () => {
  it.each([
    ['facts.slo.count > 0', true],
    ['facts.slo.count >= 2.5', false],
    ['facts.delivery.lastSuccessAt > now - duration("720h")', true],
    ['facts.delivery.lastSuccessAt > now - duration("24h")', false],
    ['(now - facts.delivery.lastSuccessAt).getHours() == 192', true],
    ['"errors" in facts.slo.names', true],
    ['facts.slo.names.exists(n, n.matches("^lat.*y$"))', true],
    ['facts.delivery.branch in ["main", "master"]', true],
    ['has(facts.slo.budget)', false],
    ['!has(facts.slo.budget) || facts.slo.budget > 0.0', true],
    ['entity.kind == "Component" && entity.spec.replicas > 2', true],
    ['entity.metadata.labels["tier"] == "1"', true],
    ['has(entity.spec.lifecycle)', false],
    ['entity.metadata.tags.all(t, t.size() > 2)', true],
    ['entity.metadata.tags.filter(t, t == "java").size() == 1', true],
    ['"x".split("") == ["x"]', true],
  ])('%s is %s', (source, expected) => {
    expect(evaluate(source)).toBe(expected);
  });

  it('says which facts and variables an expression names', () => {
    const { references, variables } = environment.compile(
      'has(facts.slo.budget) || [1].exists(x, x > facts.slo.count) && facts.delivery.lastSuccessAt < now && facts.slo.count > 0',
      { returns: 'boolean' },
    );
    expect(references).toEqual([
      { variable: 'facts', group: 'slo', field: 'budget' },
      { variable: 'facts', group: 'slo', field: 'count' },
      { variable: 'facts', group: 'delivery', field: 'lastSuccessAt' },
    ]);
    expect([...variables]).toEqual(['now']);
  });

  it('names the field that is missing', () => {
    for (const [source, path] of [
      ['facts.slo.budget > 0.5', ['facts', 'slo', 'budget']],
      ['entity.spec.lifecycle == "x"', ['entity', 'spec', 'lifecycle']],
    ] as const) {
      expect(() => evaluate(source)).toThrow(
        expect.objectContaining({ name: 'MissingFieldError', path }),
      );
    }
    expect(new MissingFieldError(['facts', 'a'])).toBeInstanceOf(Error);
  });

  it.each([
    ['facts.slo.count >', 'Unexpected token: EOF', 17, 17],
    ['facts.slo.cuont > 0', 'No such key: cuont', 10, 15],
    ['facts.slo.count > "a"', 'no such overload: int > string', 0, 21],
    ['facts.slo.count', 'Must be true or false', 0, 15],
    ['facts.slo == facts.slo', undefined, undefined, undefined],
    ['facts == facts', undefined, undefined, undefined],
    ['facts["slo"].count > 0', "'facts' is not a value", 0, 5],
    ['process.exit() == 1', undefined, undefined, undefined],
    ['facts.constructor == 1', 'No such key: constructor', 6, 17],
    ['facts.slo.__proto__ == 1', 'No such key: __proto__', 10, 19],
    ['now.constructor == 1', 'only objects and lists have fields', 0, 15],
    ['(now - now)["seconds"] == 1', 'only objects and lists', 1, 22],
    [
      '(true ? now : entity).constructor == 1',
      'must have the same type',
      1,
      20,
    ],
    ['[now, entity][0].constructor == 1', undefined, undefined, undefined],
    ['[now].map(x, x)[0].constructor == 1', 'only objects and lists', 0, 30],
    ['cel.bind(a, 1, a == 1)', undefined, undefined, undefined],
    ['google.protobuf == 1', undefined, undefined, undefined],
    ['bytes("a") == b"a"', "calls 'bytes'", 0, 10],
    ['type(1) == int', undefined, undefined, undefined],
    ['dyn(now).a', "calls 'dyn'", undefined, undefined],
    ['"a".matches(entity.kind)', 'needs a text that is written out', 0, 24],
    ['"a".matches("(a")', 'is not a pattern of RE2', 12, 16],
    ['"a".matches("(?=a)")', 'is not a pattern of RE2', 12, 19],
    ['"a".matches("((a{30}){30}){30}")', undefined, 12, 31],
    ['duration(entity.kind) > duration("1h")', 'written out', 0, 21],
    ['[1].exists(facts, facts > 0)', 'is a variable already', 11, 16],
    ['"a".matchesLinear("a")', "calls 'matchesLinear'", 0, 22],
  ])('refuses %s', (source, message, from, to) => {
    const problem = problemOf(source);
    expect(problem.message).toContain(message ?? '');
    const expected = from === undefined ? problem.range : { from, to };
    expect(problem.range).toEqual(expected);
  });

  it.each([
    'entity.constructor == 1',
    'entity["__proto__"] == 1',
    'entity.metadata.name.constructor == 1',
    'entity.metadata.tags["constructor"] == 1',
    'entity.metadata.tags.length == 2.0',
    'entity[["constructor"][0]] == 1',
    'has(entity.constructor) && entity.constructor.name == "Object"',
  ])('finds no way to the host by %s', source => {
    let result: unknown;
    try {
      result = evaluate(source);
    } catch (error) {
      result = error;
    }
    expect(result === false || result instanceof ExpressionError).toBe(true);
  });

  it('takes linear time for patterns that take others years', () => {
    const text = `${'a'.repeat(999)}!`;
    const expression = environment.compile(
      'entity.metadata.name.matches("^(a+)+$")',
      { returns: 'boolean' },
    );
    const before = process.threadCpuUsage();
    expect(
      expression.evaluate({ ...context, entity: { metadata: { name: text } } }),
    ).toBe(false);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(1000);
  });
});
