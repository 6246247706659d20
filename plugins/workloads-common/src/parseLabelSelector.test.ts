import { matchesLabelSelector, namesLabelValue } from './parseLabelSelector';

const labels = { app: 'web', tier: 'front', 'acme.example/team': 'shop' };

describe('parseLabelSelector', () => {
  it.each([
    'app=web',
    'app==web',
    'app = web, tier != back',
    'acme.example/team=shop',
    'tier in (front,back)',
    'tier in ( back , front ),app',
    'tier notin (back),missing notin (a)',
    'app,!canary',
    'missing!=x',
  ])('meets %s', selector => {
    expect(matchesLabelSelector(selector, labels)).toBe(true);
  });

  it.each([
    'app=api',
    'app!=web',
    'missing=',
    'tier in (back)',
    'missing in (front)',
    'tier notin (front,back)',
    '!app',
    'canary',
    'constructor',
    'app=web,tier=back',
  ])('does not meet %s', selector => {
    expect(matchesLabelSelector(selector, labels)).toBe(false);
  });

  it.each([
    '',
    ' ',
    ',',
    'app=web=x',
    'app in web',
    'a b',
    '(app)',
    'app in (web',
  ])('takes "%s" for a selector of nothing', selector => {
    expect(matchesLabelSelector(selector, labels)).toBe(false);
  });

  it('is done with a hostile one at once', () => {
    const hostile = `app=web${','.repeat(3_000)}(${','.repeat(900)}`;
    expect(matchesLabelSelector(hostile, labels)).toBe(false);
    expect(matchesLabelSelector('app=web,'.repeat(1_000), labels)).toBe(false);
  });
});

describe('namesLabelValue', () => {
  it.each(['app=web', 'app == web, !canary', 'tier in (front, back),app!=api'])(
    'is true for %s',
    selector => {
      expect(namesLabelValue(selector)).toBe(true);
    },
  );

  it.each([
    '',
    'app',
    '!app',
    'app!=web',
    'app=',
    'tier notin (front)',
    'tier in ()',
    'tier in (front,)',
    'app=web=x',
    'app=web,a b',
    `app=web,${'a'.repeat(4_000)}`,
  ])('is false for %s', selector => {
    expect(namesLabelValue(selector)).toBe(false);
  });
});
