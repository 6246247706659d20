import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readSloConfig } from './readSloConfig';

const DAY_MS = 24 * 3_600_000;

async function read(slo?: JsonObject) {
  return readSloConfig(
    mockServices.rootConfig({ data: slo === undefined ? {} : { slo } }),
  );
}

describe('readSloConfig', () => {
  it('has a default for everything', async () => {
    expect(await read()).toEqual({
      shared: [],
      definitions: {
        frequency: { minutes: 5 },
        rereadAfterMs: 600_000,
        maxFileBytes: 1_048_576,
      },
      collect: {
        frequency: { seconds: 30 },
        overlapMs: 600_000,
        backfillMs: DAY_MS,
      },
      evaluation: {
        frequency: { seconds: 30 },
        minimumEvents: 100,
        atRiskBelow: 0.25,
      },
      alerts: {
        resolveAfterMs: 300_000,
        resolveBelow: 0.9,
        noDataGraceMs: 900_000,
        notifyOwners: true,
        targets: [],
      },
      gate: { closeAt: 0 },
      retention: {
        minutesMs: 100 * DAY_MS,
        rollupsMs: 1200 * DAY_MS,
        alertsMs: 400 * DAY_MS,
      },
    });
  });

  it('reads what is there', async () => {
    const document = { apiVersion: 'openslo/v1', kind: 'Service' };
    const config = await read({
      shared: [{ document }],
      collect: { overlap: '5 minutes' },
      alerts: {
        notifyOwners: false,
        targets: [
          {
            name: 'on-call',
            type: 'alertmanager',
            url: 'http://alertmanager:9093',
            headers: { Authorization: 'Bearer x' },
            severities: ['page'],
          },
        ],
      },
    });
    expect(config.shared[0].name).toBe('slo.shared[0]');
    expect(JSON.parse(config.shared[0].content)).toEqual(document);
    expect(config.collect.overlapMs).toBe(300_000);
    expect(config.alerts).toMatchObject({
      notifyOwners: false,
      targets: [
        { headers: { Authorization: 'Bearer x' }, severities: ['page'] },
      ],
    });
  });

  it.each<[string, JsonObject]>([
    ['evaluation.minimumEvents', { evaluation: { minimumEvents: -1 } }],
    ['evaluation.atRiskBelow', { evaluation: { atRiskBelow: 2 } }],
    ['retention.rollups', { retention: { rollups: { days: 1 } } }],
    ['collect.backfill', { collect: { backfill: { days: 200 } } }],
    ['collect.frequency', { collect: { frequency: { seconds: 0 } } }],
    ['shared[0]', { shared: [{}] }],
    ['shared[0].file', { shared: [{ file: './not-there.yaml' }] }],
    [
      "type 'alertmanager' or 'slack'",
      { alerts: { targets: [{ name: 'a', type: 'mail', url: 'http://a' }] } },
    ],
    [
      'URL of http or https',
      { alerts: { targets: [{ name: 'a', type: 'slack', url: 'file:///a' }] } },
    ],
    [
      'names of their own',
      {
        alerts: {
          targets: [
            { name: 'a', type: 'slack', url: 'http://a' },
            { name: 'a', type: 'slack', url: 'http://b' },
          ],
        },
      },
    ],
  ])('refuses a wrong %s', async (words, config) => {
    await expect(read(config)).rejects.toThrow(words);
  });
});
