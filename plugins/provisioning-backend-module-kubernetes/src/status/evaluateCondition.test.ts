import { evaluateCondition } from './evaluateCondition';

const cluster = {
  kind: 'Cluster',
  spec: { instances: 3 },
  status: {
    readyInstances: 3,
    conditions: [{ type: 'Ready', status: 'True' }],
  },
};

/** Enough on any machine, however busy. */
const AMPLE_MS = 60_000;

describe('evaluateCondition', () => {
  it.each([
    ['object.status.readyInstances == object.spec.instances', true],
    ['object.status.readyInstances > 3', false],
    [
      "object.status.conditions.exists(c, c.type == 'Ready' && c.status == 'True')",
      true,
    ],
    ['has(object.status) && has(object.status.phase)', false],
    ["objects.all(o, o.kind == 'Cluster')", true],
  ])('says of %s: %s', (expression, expected) => {
    expect(evaluateCondition(expression, [cluster], AMPLE_MS)).toBe(expected);
  });

  it.each(['object.status.phase ==', 'object.status.missing == 1', '1 + 1'])(
    'refuses %s',
    expression => {
      expect(() => evaluateCondition(expression, [cluster])).toThrow(
        /The condition/,
      );
    },
  );

  it('ends what takes too long', () => {
    const many = Array.from({ length: 3000 }, (_, index) => index);
    expect(() =>
      evaluateCondition('object.all(a, object.all(b, a + b >= 0.0))', [many]),
    ).toThrow(
      expect.objectContaining({
        cause: expect.objectContaining({
          message: expect.stringContaining('50'),
        }),
      }),
    );
  });
});
