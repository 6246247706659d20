import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readGitHostConfig } from './readGitHostConfig';

function read(github?: JsonObject) {
  return readGitHostConfig(
    mockServices.rootConfig({ data: github ? { delivery: { github } } : {} }),
    'delivery.github',
  );
}

describe('readGitHostConfig', () => {
  it('listens and does not ask when nothing is set', () => {
    expect(read()).toEqual({ isListening: true, incidentLabels: ['incident'] });
  });

  it('polls every five minutes, and 90 days back at first', () => {
    expect(read({ webhooks: false, polling: { enabled: true } })).toEqual({
      isListening: false,
      incidentLabels: ['incident'],
      polling: { frequency: { minutes: 5 }, historyMs: 90 * 86_400_000 },
    });
  });

  it('takes what is set', () => {
    expect(
      read({
        incidentLabels: ['outage'],
        polling: {
          enabled: true,
          frequency: '2m',
          history: { days: 10 },
          repositories: ['acme/*', 'other/one'],
        },
      }),
    ).toEqual({
      isListening: true,
      incidentLabels: ['outage'],
      polling: {
        frequency: { minutes: 2 },
        historyMs: 10 * 86_400_000,
        repositories: ['acme/*', 'other/one'],
      },
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
