import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalQuantity, withCanonicalQuantities } from './quantities.ts';

test('writes quantities in their shortest form', () => {
  const cases: [string | number, string][] = [
    [1, '1'],
    ['1000m', '1'],
    [0.5, '500m'],
    ['0.1', '100m'],
    ['250m', '250m'],
    ['1.5Gi', '1536Mi'],
    ['1024Mi', '1Gi'],
    ['128974848', '128974848'],
    ['2000', '2k'],
    ['0', '0'],
    ['many', 'many'],
  ];
  for (const [quantity, expected] of cases) {
    assert.equal(canonicalQuantity(quantity), expected, String(quantity));
  }
});

test('finds them wherever they are in an object', () => {
  assert.deepEqual(
    withCanonicalQuantities({
      replicas: 1,
      containers: [
        { resources: { limits: { cpu: 2 }, claims: [{ name: 'a' }] } },
      ],
    }),
    {
      replicas: 1,
      containers: [
        { resources: { limits: { cpu: '2' }, claims: [{ name: 'a' }] } },
      ],
    },
  );
});
