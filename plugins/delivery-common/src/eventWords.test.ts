import { setLanguage } from '@atrium/common';
import { describeDeployment, type Deployment } from '.';

const deployment: Deployment = {
  id: 'one',
  kind: 'deployed',
  at: '2026-11-25T12:00:00.000Z',
  service: 'pay',
  source: 'ci',
  tier: 'production',
  environment: 'production',
  version: '1.4.0',
};

afterEach(() => setLanguage('en'));

it.each([
  [{}, '1.4.0 deployed to production', '1.4.0 auf production deployt'],
  [
    { kind: 'rolledback', actor: 'priya' },
    'production rolled back to 1.4.0 by priya',
    'production auf 1.4.0 zurückgerollt von priya',
  ],
  [
    { kind: 'removed', version: undefined, commit: '0123456789' },
    '0123456 removed from production',
    '0123456 von production entfernt',
  ],
] satisfies [Partial<Deployment>, string, string][])(
  'describes %j in the language of the page',
  (change, english, german) => {
    expect(describeDeployment({ ...deployment, ...change })).toBe(english);
    setLanguage('de');
    expect(describeDeployment({ ...deployment, ...change })).toBe(german);
  },
);
