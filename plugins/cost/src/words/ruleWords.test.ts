import { amongWords, matchWords, ruleWords, splitWords } from './ruleWords';

it('says in words what a rule matches, and where it sends it', () => {
  expect(
    ruleWords({
      name: 'payments',
      match: {
        region: ['eu-*', 'us-1'],
        tags: { team: 'payments', service: '*' },
        kubernetes: { cluster: '*', namespace: 'pay-*', labels: { app: 'x' } },
      },
      to: { entity: 'component:default/${{ tags.service }}' },
    }),
  ).toBe(
    'Where region is eu-* or us-1, and tag team is payments, and tag service has a value, and cluster has a value, and namespace is pay-*, and label app is x: to component:default/${{ tags.service }}',
  );
  expect(matchWords({ provisioned: true })).toBe(
    'the portal created the resource',
  );
});

it('says in words how a pool is taken apart, and among whom', () => {
  expect(splitWords({ by: 'metric', unit: 'order' })).toBe(
    'By reported orders',
  );
  expect(splitWords(undefined)).toBe('Kept together');
  expect(amongWords({ among: {} })).toBe('components');
  expect(
    amongWords({
      among: { kinds: ['component', 'api'], types: ['service'] },
    }),
  ).toBe('components, apis of type service');
});
