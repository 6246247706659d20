import { readClusterError } from './readClusterError';

function status(code: number, message: string, details?: object) {
  return { kind: 'Status', status: 'Failure', code, message, details };
}

function backstage(message: string) {
  return { error: { name: 'Error', message } };
}

describe('readClusterError', () => {
  it.each([
    [401, status(401, 'Unauthorized'), 'unauthorized'],
    [403, status(403, 'pods is forbidden'), 'forbidden'],
    [404, '404 page not found', 'missing-api'],
    [404, status(404, 'not found', { name: 'web' }), 'failed'],
    [503, status(503, 'the server is currently unable'), 'missing-api'],
    [502, '<html>Bad gateway</html>', 'unreachable'],
    [500, status(500, 'etcdserver: request timed out'), 'failed'],
    [
      500,
      backstage(
        "Cluster 'x' request error; caused by Error: connect ECONNREFUSED",
      ),
      'unreachable',
    ],
    [500, backstage('unable to verify the first certificate'), 'unreachable'],
    [
      500,
      backstage('Failed to obtain credentials from the provider'),
      'unauthorized',
    ],
  ])('reads %s %j', async (code, body, kind) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);

    const error = await readClusterError(
      'x',
      new Response(text, { status: code }),
    );

    expect(error).toMatchObject({ name: 'ClusterError', kind, status: code });
    expect(error.detail).not.toBe('');
  });
});
