import { mockServices } from '@backstage/backend-test-utils';
import { RateLimitError } from '../http/RateLimitError';
import { HostPoller } from './HostPoller';
import type { PollRequest } from './RepositoryPoller';

const resources = ['runs', 'issues', 'releases'].map(name => ({
  name,
  readPage: async () => ({ items: [], isUnchanged: false }),
}));

function createPoller(failures: Record<string, Error>) {
  const polled: string[] = [];
  const running = { now: 0, most: 0 };
  const logger = mockServices.logger.mock();
  const poller = new HostPoller({
    hostName: 'GitHub',
    resources,
    logger,
    listRepositories: async () =>
      ['acme/a', 'acme/b', 'acme/c', 'acme/d', 'acme/e'].map(fullName => ({
        fullName,
        url: `https://github.com/${fullName}`,
        source: 'https://github.com',
      })),
    poller: {
      async poll({ repository, resource }: PollRequest<unknown, unknown>) {
        running.now += 1;
        running.most = Math.max(running.most, running.now);
        await new Promise(resolve => setTimeout(resolve, 1));
        running.now -= 1;
        const what = `${repository.fullName} ${resource.name}`;
        polled.push(what);
        if (failures[what]) {
          throw failures[what];
        }
      },
    },
  });
  return { poller, polled, running, logger };
}

describe('HostPoller', () => {
  const signal = new AbortController().signal;

  it('polls every list of every repository, three repositories at once', async () => {
    const { poller, polled, running, logger } = createPoller({});
    await poller.run(signal);
    expect(new Set(polled).size).toBe(15);
    expect(polled).toHaveLength(15);
    expect(running.most).toBe(3);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('counts failures and goes on', async () => {
    const { poller, polled, logger } = createPoller({
      'acme/a runs': new Error('No such thing'),
      'acme/b runs': new Error('No such thing'),
    });
    await poller.run(signal);
    expect(polled).toHaveLength(15);
    expect(logger.warn.mock.calls).toEqual([
      [
        'Some lists of GitHub repositories could not be read',
        { failedCount: 2, repositoryCount: 5, firstReason: 'No such thing' },
      ],
    ]);
  });

  it('leaves a repository when the rate limit is reached, without alarm', async () => {
    const { poller, polled, logger } = createPoller({
      'acme/a runs': new RateLimitError('Later'),
    });
    await poller.run(signal);
    expect(polled.filter(what => what.startsWith('acme/a'))).toEqual([
      'acme/a runs',
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
    expect(logger.info).toHaveBeenCalledTimes(1);
  });

  it('stops when it is told to', async () => {
    const { poller, polled } = createPoller({});
    await poller.run(AbortSignal.abort());
    expect(polled).toEqual([]);
  });
});
