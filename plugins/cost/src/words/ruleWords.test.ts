import { amongWords, matchWords, namedByWords, splitWords } from './ruleWords';

it('says in words what a rule matches', () => {
  expect(
    matchWords({
      region: ['eu-*', 'us-1'],
      tags: { team: 'payments', service: '*' },
      kubernetes: { cluster: '*', namespace: 'pay-*', labels: { app: 'x' } },
    }),
  ).toBe(
    'region is eu-* or us-1, and tag team is payments, and tag service has a value, and cluster has a value, and namespace is pay-*, and label app is x',
  );
  expect(matchWords({ provisioned: true })).toBe(
    'the portal created the resource',
  );
});

it.each([
  ['component:default/${{ tags.service }}', 'component named by tag service'],
  [
    'group:default/${{kubernetes.labels.app.kubernetes.io/team}}',
    'team named by label app.kubernetes.io/team',
  ],
  [
    'system:acme/${{ subAccountName }}',
    'system named by name of the sub-account',
  ],
  ['component:default/x-${{ tags.service }}', undefined],
  ['${{ tags.ref }}', undefined],
  ['component:default/${{ nonsense }}', undefined],
])('says in words what %s is named by', (entity, words) => {
  expect(namedByWords(entity)).toBe(words);
});

it('says in words how a pool is taken apart, and among whom', () => {
  expect(splitWords({ by: 'metric', unit: 'order' })).toBe(
    'By reported units (order)',
  );
  expect(splitWords(undefined)).toBe('Kept together');
  expect(amongWords({ among: {} }, new Map())).toBe('components');
  expect(
    amongWords(
      {
        among: {
          kinds: ['component', 'api'],
          types: ['service'],
          owners: ['group:default/team-payments', 'group:default/unknown'],
        },
      },
      new Map([['group:default/team-payments', 'Payments']]),
    ),
  ).toBe(
    'components and APIs of type service of Payments and group:default/unknown and below',
  );
});
