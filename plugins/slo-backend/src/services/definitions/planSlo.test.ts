import { readOpenSloFile } from '@atrium/plugin-slo-common';
import { sampleSlo } from '../../__testUtils__/sampleSlo';
import { planSlo } from './planSlo';

function seriesOf(
  options: Parameters<typeof sampleSlo>[0],
  entityRef?: string,
) {
  const { definitions } = readOpenSloFile(sampleSlo(options));
  return planSlo(definitions[0], () => entityRef).objectives[0].seriesKey;
}

describe('planSlo', () => {
  it('shares a series among those who ask the same, whatever they want', () => {
    const series = seriesOf({ type: 'test' });
    expect(seriesOf({ type: 'test', name: 'b', target: 0.5 })).toBe(series);
    expect(seriesOf({ type: 'test', series: 'other' })).not.toBe(series);
  });

  it('keeps entities apart where the answer depends on them', () => {
    const ofA = seriesOf({ type: 'test' }, 'component:default/a');
    expect(seriesOf({ type: 'test' }, 'component:default/a')).toBe(ofA);
    expect(seriesOf({ type: 'test' }, 'component:default/b')).not.toBe(ofA);
    expect(seriesOf({ type: 'test' })).not.toBe(ofA);
  });
});
