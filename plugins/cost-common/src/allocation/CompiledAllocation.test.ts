import type { ChargeKey } from './chargeKey';
import { type AllocationWorld, CompiledAllocation } from './CompiledAllocation';
import type { AllocationRule } from './costAllocationDefinition';

const KEY: ChargeKey = {
  source: 'aws',
  provider: 'AWS',
  billingAccountId: '1234',
  subAccountId: '5678',
  subAccountName: 'Shop Production',
  serviceName: 'Amazon RDS',
  serviceCategory: 'Databases',
  region: 'eu-central-1',
  resourceId: 'arn:aws:rds:eu-central-1:5678:db/Orders',
  resourceName: 'orders',
  resourceType: 'DB Instance',
  tags: {
    Service: 'payment-service',
    owner: '',
    entity: 'Component:default/Checkout',
    'kubernetes.namespace': 'shop',
    'kubernetes.cluster': 'main',
    'kubernetes.label.app.kubernetes.io/name': 'checkout',
  },
};

const WORLD: AllocationWorld = {
  hasEntity: ref =>
    [
      'component:default/payment-service',
      'component:default/checkout',
      'component:shop/checkout',
      'resource:default/orders-db',
    ].includes(ref),
  findProvisioned: ({ resourceName }) =>
    resourceName === 'orders' ? 'resource:default/orders-db' : undefined,
};

function decide(
  rules: Omit<AllocationRule, 'name'>[],
  key: Partial<ChargeKey> = {},
) {
  const named = rules.map((rule, index) => ({ ...rule, name: `r${index}` }));
  return new CompiledAllocation({
    spec: { rules: named, pools: [] },
  }).decide({ ...KEY, ...key }, WORLD);
}

const pool = { pool: 'shared' };

describe('CompiledAllocation', () => {
  it.each<[AllocationRule['match'], boolean]>([
    [{ source: 'aws' }, true],
    [{ source: 'azure' }, false],
    [{ provider: 'aws' }, true],
    [{ billingAccount: ['9', '12*'] }, true],
    [{ subAccount: '5678' }, true],
    [{ subAccount: 'shop *' }, true],
    [{ subAccount: 'shop' }, false],
    [{ service: '*rds' }, true],
    [{ serviceCategory: 'Compute' }, false],
    [{ region: 'eu-*-1' }, true],
    [{ region: 'eu-central-1*1' }, false],
    [{ resourceId: 'ARN:aws:*:db/orders' }, true],
    [{ resourceId: '*db*db*' }, false],
    [{ resourceName: 'ord*ers' }, true],
    [{ resourceName: 'order.' }, false],
    [{ resourceType: 'DB Instance', provider: 'AWS' }, true],
    [{ resourceType: 'DB Instance', provider: 'Azure' }, false],
    [{ tags: { service: '*' } }, true],
    [{ tags: { owner: '*' } }, false],
    [{ tags: { missing: '*' } }, false],
    [{ tags: { service: 'payment-*', entity: 'x' } }, false],
    [{ kubernetes: { namespace: 'shop', cluster: 'm*' } }, true],
    [{ kubernetes: { namespace: 'other' } }, false],
    [
      { kubernetes: { labels: { 'app.kubernetes.io/name': 'checkout' } } },
      true,
    ],
    [{ provisioned: true }, true],
  ])('matches %j: %s', (match, isMatch) => {
    expect(decide([{ match, to: pool }])).toEqual(
      isMatch
        ? { kind: 'pool', ref: 'shared', rule: 'r0' }
        : { kind: 'unallocated' },
    );
  });

  it('takes nothing for like a value that is not there', () => {
    const key = { region: undefined, resourceName: undefined };
    expect(decide([{ match: { region: '*' }, to: pool }], key)).toEqual({
      kind: 'unallocated',
    });
    expect(decide([{ match: { provisioned: true }, to: pool }], key)).toEqual({
      kind: 'unallocated',
    });
  });

  it.each([
    ['component:default/checkout', 'component:default/checkout'],
    [
      'component:default/${{ tags.service }}',
      'component:default/payment-service',
    ],
    [
      'component:${{ kubernetes.namespace }}/${{kubernetes.labels.app.kubernetes.io/name}}',
      'component:shop/checkout',
    ],
    ['${{ tags.entity }}', 'component:default/checkout'],
    ['resource:default/${{ resourceName }}-db', 'resource:default/orders-db'],
    ['component:default/${{ tags.missing }}', undefined],
    ['component:default/${{ subAccountName }}', undefined],
    ['component:default/gone', undefined],
  ])('has %s stand for %s', (entity, ref) => {
    expect(decide([{ match: { source: '*' }, to: { entity } }])).toEqual(
      ref === undefined
        ? { kind: 'unallocated' }
        : { kind: 'entity', ref, rule: 'r0' },
    );
  });

  it('goes by the first rule that matches and finds its target', () => {
    const match = { provider: 'AWS' };
    expect(
      decide([
        { match: { provider: 'Azure' }, to: pool },
        { match, to: { entity: 'component:default/gone' } },
        { match, to: { provisioned: true } },
        { match, to: pool },
      ]),
    ).toEqual({
      kind: 'entity',
      ref: 'resource:default/orders-db',
      rule: 'r2',
    });
  });

  it('keeps the order of rules, by whatever each is found', () => {
    // By a value of a tag, by any value of one, by a value of a field, by nothing.
    const matches: AllocationRule['match'][] = [
      { tags: { SERVICE: ['other', 'Payment-Service'] } },
      { tags: { 'kubernetes.namespace': 'sh*' } },
      { subAccount: ['9', 'SHOP production'] },
      { resourceName: 'ord*' },
    ];
    for (const [first] of matches.entries()) {
      const rules = [...matches.slice(first), ...matches.slice(0, first)].map(
        match => ({ match, to: pool }),
      );
      expect(decide(rules)).toMatchObject({ rule: 'r0' });
      const gone = { ...rules[0], to: { entity: 'component:default/gone' } };
      expect(decide([gone, ...rules.slice(1)])).toMatchObject({ rule: 'r1' });
    }
  });

  it('does not take long for a pattern that is made to', () => {
    const match = { resourceName: `${'*a'.repeat(150)}*b` };
    const before = process.threadCpuUsage();
    decide([{ match, to: pool }], { resourceName: 'a'.repeat(50_000) });
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(500);
  });
});
