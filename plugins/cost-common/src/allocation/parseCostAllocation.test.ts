import { parseCostAllocation } from './parseCostAllocation';

const ALLOCATION = `apiVersion: atrium.dev/v1
kind: CostAllocation
metadata: { name: acme }
spec:
  appliesFrom: 2026-11-01
  rules:
    - name: by-tag
      match: { tags: { service: '*' } }
      to: { entity: 'component:default/\${{ tags.service }}' }
    - name: cluster
      match: { kubernetes: { cluster: main } }
      to: { pool: cluster }
  pools:
    - name: cluster
      split: { by: even }
`;

describe('parseCostAllocation', () => {
  it('reads rules, and knows where they stand', () => {
    const { allocation, problems } = parseCostAllocation(ALLOCATION, 'x.yaml');
    expect(problems).toEqual([]);
    expect(allocation?.definition.spec).toMatchObject({
      appliesFrom: '2026-11-01',
      rules: [{ name: 'by-tag' }, { name: 'cluster' }],
      pools: [{ name: 'cluster', split: { by: 'even' }, among: {} }],
    });
    expect(allocation?.locate(['spec', 'rules', 1])).toEqual({
      line: 10,
      column: 7,
    });
  });

  it.each([
    [
      'name: cluster\n      match',
      'name: by-tag\n      match',
      "spec.rules[1].name is 'by-tag', like another one above",
      10,
    ],
    [
      '{ pool: cluster }',
      '{ pool: other }',
      "spec.rules[1].to.pool is 'other', which is none of the pools: cluster",
      12,
    ],
    [
      'tags.service }',
      'tag.service }',
      "spec.rules[0].to.entity has 'tag.service', which is none of source, provider,",
      9,
    ],
    [
      'component:default/',
      'default/',
      'spec.rules[0].to.entity must be an entity ref',
      9,
    ],
    [
      'component:default/',
      'user:default/',
      "spec.rules[0].to.entity is of the kind 'user'; cost goes to a component, resource, api, system, group",
      9,
    ],
    [
      "{ tags: { service: '*' } }",
      '{}',
      'spec.rules[0].match must say what to match',
      8,
    ],
    [
      '{ pool: cluster }',
      '{ pool: cluster, provisioned: true }',
      "spec.rules[1].to must have exactly one of 'entity', 'pool' and 'provisioned'",
      12,
    ],
    [
      'spec:',
      'spec: { rules: [] }\n---\nspec:',
      'This is the second document; all rules are in one',
      6,
    ],
  ])('refuses %s as %s', (before, after, message, line) => {
    const { allocation, problems } = parseCostAllocation(
      ALLOCATION.replace(before, after),
      'x.yaml',
    );
    expect(allocation).toBeUndefined();
    expect(problems).toContainEqual(
      expect.objectContaining({
        source: 'x.yaml',
        line,
        message: expect.stringContaining(message),
      }),
    );
  });
});
