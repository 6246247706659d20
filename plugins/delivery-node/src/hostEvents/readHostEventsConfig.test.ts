import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readHostEventsConfig } from './readHostEventsConfig';

function read(github?: JsonObject) {
  return readHostEventsConfig(
    new ConfigReader(github ? { delivery: { github } } : {}),
    'delivery.github',
  );
}

describe('readHostEventsConfig', () => {
  it('listens when nothing is set', () => {
    expect(read()).toEqual({ isListening: true, incidentLabels: ['incident'] });
  });

  it('takes what is set', () => {
    expect(read({ webhooks: false, incidentLabels: ['outage'] })).toEqual({
      isListening: false,
      incidentLabels: ['outage'],
    });
  });
});
