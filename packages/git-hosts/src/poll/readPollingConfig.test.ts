import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readPollingConfig } from './readPollingConfig';

function read(github?: JsonObject) {
  return readPollingConfig(
    new ConfigReader(github ? { delivery: { github } } : {}),
    'delivery.github.polling',
  );
}

describe('readPollingConfig', () => {
  it('does not ask when nothing is set', () => {
    expect(read()).toBeUndefined();
    expect(read({ polling: { frequency: '2m' } })).toBeUndefined();
  });

  it('polls every five minutes, and 90 days back at first', () => {
    expect(read({ polling: { enabled: true } })).toEqual({
      frequency: { minutes: 5 },
      historyMs: 90 * 86_400_000,
    });
  });

  it('takes what is set', () => {
    expect(
      read({
        polling: {
          enabled: true,
          frequency: '2m',
          history: { days: 10 },
          repositories: ['acme/*', 'other/one'],
        },
      }),
    ).toEqual({
      frequency: { minutes: 2 },
      historyMs: 10 * 86_400_000,
      repositories: ['acme/*', 'other/one'],
    });
  });

  it.each<[JsonObject, string]>([
    [{ frequency: { seconds: 5 } }, 'at least 30 seconds'],
    [{ repositories: ['acme'] }, "got 'acme'"],
    [{ repositories: ['*/shop'] }, "got '*/shop'"],
  ])('refuses %p', (polling, message) => {
    expect(() => read({ polling: { enabled: true, ...polling } })).toThrow(
      message,
    );
  });
});
