import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readApiHistoryConfig } from './readApiHistoryConfig';

function read(apiHistory?: JsonObject) {
  return readApiHistoryConfig(
    mockServices.rootConfig({ data: apiHistory ? { apiHistory } : {} }),
  );
}

describe('readApiHistoryConfig', () => {
  it('has defaults', () => {
    expect(read()).toEqual({
      frequency: { minutes: 5 },
      apisPerRun: 1000,
      maxDefinitionBytes: 5_242_880,
      analysisMilliseconds: 30_000,
      versionsPerApi: 100,
      deletedApisMilliseconds: 2_592_000_000,
      hasNotifications: true,
    });
  });

  it('reads what is set', () => {
    expect(
      read({
        frequency: { minutes: 1 },
        apisPerRun: 50,
        maxDefinitionBytes: 1_000_000,
        analysisTimeout: '10s',
        retention: { versionsPerApi: 5, deletedApis: { days: 1 } },
        notifyConsumers: false,
      }),
    ).toEqual({
      frequency: { minutes: 1 },
      apisPerRun: 50,
      maxDefinitionBytes: 1_000_000,
      analysisMilliseconds: 10_000,
      versionsPerApi: 5,
      deletedApisMilliseconds: 86_400_000,
      hasNotifications: false,
    });
  });

  it.each([
    [{ apisPerRun: 0 }, "'apiHistory.apisPerRun'"],
    [{ maxDefinitionBytes: 1e9 }, "'apiHistory.maxDefinitionBytes'"],
    [
      { retention: { versionsPerApi: 1.5 } },
      "'apiHistory.retention.versionsPerApi'",
    ],
    [{ frequency: { seconds: 0 } }, "'apiHistory.frequency'"],
  ])('refuses %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
