import { compareEnvironments, toEnvironmentTier } from './environment';

describe('toEnvironmentTier', () => {
  it.each([
    ['production', 'production'],
    ['Prod', 'production'],
    ['prod-eu-1', 'production'],
    ['uat', 'staging'],
    ['qa', 'testing'],
    ['dev-anna', 'development'],
    ['mars', 'other'],
    ['reproduction', 'other'],
  ])('takes %s for %s', (name, tier) => {
    expect(toEnvironmentTier(name)).toBe(tier);
  });

  it('lets the configuration decide first, by patterns', () => {
    const configured = {
      'mars-*-live': 'production',
      'prod-test': 'testing',
      '*': 'development',
    } as const;
    expect(toEnvironmentTier('Mars-North-Live', configured)).toBe('production');
    expect(toEnvironmentTier('prod-test', configured)).toBe('testing');
    expect(toEnvironmentTier('mars-live', configured)).toBe('development');
  });

  it('needs no time for a hostile pattern', () => {
    const pattern = '*a'.repeat(2_000);
    const configured = { [pattern]: 'testing' } as const;
    expect(toEnvironmentTier('a'.repeat(1_999), configured)).toBe('other');
    expect(toEnvironmentTier('a'.repeat(2_000), configured)).toBe('testing');
  });
});

describe('compareEnvironments', () => {
  it('sorts in promotion order', () => {
    const sorted = [
      { name: 'prod-us', tier: 'production' as const },
      { name: 'dev', tier: 'development' as const },
      { name: 'prod-eu', tier: 'production' as const },
      { name: 'staging', tier: 'staging' as const },
    ].sort(compareEnvironments);
    expect(sorted.map(({ name }) => name)).toEqual([
      'dev',
      'staging',
      'prod-eu',
      'prod-us',
    ]);
  });
});
