import type { FactEvidence } from '@atrium/plugin-scorecard-common';
import { factWords } from './factWords';

const evidence = (fact: Partial<FactEvidence>): FactEvidence => ({
  fact: 'sample.fact',
  title: 'Open incidents',
  type: 'number',
  state: 'fresh',
  provider: 'Sample',
  ...fact,
});

describe('factWords', () => {
  it.each<[FactEvidence['value'], string | undefined, string]>([
    [1, 'days', '1 day'],
    [2.5, 'days', '2.5 days'],
    [1, 'hours', '1 hour'],
    [0, 'hours', '0 hours'],
    [81.5, 'percent', '81.5%'],
    [1, 'incidents', '1'],
    [2, 'incidents', '2 incidents'],
    [3, undefined, '3'],
    [true, undefined, 'Yes'],
    [undefined, 'days', 'Unknown'],
  ])('says %j in %s as %s', (value, unit, words) => {
    expect(factWords(evidence({ value, unit }))).toBe(words);
  });
});
