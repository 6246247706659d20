import { deployment } from '../__testUtils__/sampleObjects';
import { ClusterError } from './ClusterError';
import { ClusterReader } from './ClusterReader';
import type { ClusterRequest } from './KubernetesProxyClient';
import { resourceTypes } from './resourceTypes';

type Answer = (request: ClusterRequest) => Promise<unknown>;

function createReader(answer: Answer, concurrency = 6) {
  const send = jest.fn((_cluster: string, request: ClusterRequest) =>
    answer(request),
  );
  const reader = new ClusterReader({
    client: { listClusters: async () => [{ name: 'east' }], send },
    cacheMs: 10_000,
    concurrency,
  });
  return { reader, send };
}

const { deployments, kustomizations, pods } = resourceTypes;

describe('ClusterReader', () => {
  it('reads all pages, and leaves out what it does not understand', async () => {
    const { reader, send } = createReader(async ({ path }) =>
      path.includes('continue=next%2Fpage')
        ? { items: [deployment({ name: 'b' })] }
        : {
            metadata: { continue: 'next/page' },
            items: [deployment({ name: 'a' }), { metadata: {} }],
          },
    );

    const { items } = await reader.list('east', deployments, {
      namespace: 'shop',
      labelSelector: 'app=web',
    });

    expect(items.map(({ metadata }) => metadata.name)).toEqual(['a', 'b']);
    expect(send.mock.calls.map(([, { path }]) => path)).toEqual([
      '/apis/apps/v1/namespaces/shop/deployments?limit=500&labelSelector=app%3Dweb',
      '/apis/apps/v1/namespaces/shop/deployments?limit=500&labelSelector=app%3Dweb&continue=next%2Fpage',
    ]);
  });

  it('asks a cluster that does not answer only once', async () => {
    const error = new ClusterError('east', { kind: 'timeout', detail: 'slow' });
    const { reader, send } = createReader(async () => {
      throw error;
    }, 1);

    const results = await Promise.allSettled([
      reader.list('east', deployments),
      reader.list('east', pods),
      reader.list('east', pods, { namespace: 'shop' }),
    ]);

    expect(results.map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'rejected',
    ]);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('goes on asking a cluster of which only some requests are not answered', async () => {
    const { metrics } = resourceTypes;
    let hang = (_error: unknown) => {};
    const { reader, send } = createReader(({ path }) =>
      path.includes('metrics.k8s.io')
        ? new Promise((_, reject) => {
            hang = reject;
          })
        : Promise.resolve({ items: [] }),
    );

    const [hanging] = [reader.list('east', metrics)].map(list =>
      expect(list).rejects.toThrow('slow'),
    );
    await reader.list('east', deployments);
    hang(new ClusterError('east', { kind: 'timeout', detail: 'slow' }));
    await hanging;

    await reader.change('east', { method: 'DELETE', path: '/api/v1/x' });
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('asks a cluster again as soon as it answers', async () => {
    let answer = (_body: unknown) => {};
    const { reader, send } = createReader(async ({ path }) => {
      if (path.includes('/pods')) {
        throw new ClusterError('east', { kind: 'unreachable', detail: '502' });
      }
      return new Promise(resolve => {
        answer = resolve;
      });
    });

    const listed = reader.list('east', deployments);
    await expect(reader.list('east', pods)).rejects.toThrow('502');
    answer({ items: [] });
    await listed;

    await expect(
      reader.list('east', pods, { namespace: 'shop' }),
    ).rejects.toThrow('502');
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('sends a bounded number of requests at a time', async () => {
    let running = 0;
    let most = 0;
    const { reader } = createReader(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => {
        setTimeout(resolve, 5);
      });
      running -= 1;
      return { items: [] };
    }, 2);

    await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map(namespace =>
        reader.list('east', pods, { namespace }),
      ),
    );

    expect(most).toBe(2);
  });

  it('tries older versions of an API', async () => {
    const { reader } = createReader(async ({ path }) => {
      if (path.includes('/v1/')) {
        throw new ClusterError('east', { kind: 'missing-api', detail: 'no' });
      }
      return { items: [{ metadata: { name: 'shop' }, spec: {} }] };
    });

    const { items } = await reader.list('east', kustomizations);

    expect(items).toHaveLength(1);
  });

  it('forgets what it read when it changes something', async () => {
    const { reader, send } = createReader(async () => ({ items: [] }));
    await reader.list('east', pods);
    await reader.list('east', pods);
    expect(send).toHaveBeenCalledTimes(1);

    await reader.change('east', { method: 'DELETE', path: '/api/v1/x' });
    await reader.list('east', pods);

    expect(send).toHaveBeenCalledTimes(3);
  });
});
