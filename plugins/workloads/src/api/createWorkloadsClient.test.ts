import { createWorkloadsClient } from './createWorkloadsClient';

function clientAnswering(response: Response) {
  const fetch = jest.fn(async () => response);
  return { fetch, client: createWorkloadsClient({ fetch }) };
}

describe('createWorkloadsClient', () => {
  it('asks for what runs for an entity', async () => {
    const answer = { items: [], totalItems: 0 };
    const { client, fetch } = clientAnswering(Response.json(answer));
    await expect(
      client.getEntityWorkloads('component:default/payment-service'),
    ).resolves.toEqual(answer);
    expect(fetch).toHaveBeenCalledWith(
      'plugin://workloads/entities/component/default/payment-service/workloads',
      undefined,
    );
  });

  it('leaves out what is not asked', async () => {
    const { client, fetch } = clientAnswering(Response.json({}));
    await client.getWorkloads({
      cluster: 'acme-production',
      unowned: false,
      problem: undefined,
    });
    expect(fetch).toHaveBeenCalledWith(
      'plugin://workloads/workloads?cluster=acme-production&unowned=false',
      undefined,
    );
  });

  it('asks for a restart of a workload and of a pod', async () => {
    const body = { requestedAt: '2026-11-25T10:00:00Z' };
    const { client, fetch } = clientAnswering(Response.json(body));
    await client.restart('component:default/web', {
      cluster: 'acme',
      namespace: 'shop',
      workloadKind: 'Deployment',
      name: 'web',
    });
    expect(fetch).toHaveBeenCalledWith(
      'plugin://workloads/entities/component/default/web/restart',
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"cluster":"acme","namespace":"shop","workloadKind":"Deployment","name":"web"}',
      },
    );
    const pods = clientAnswering(Response.json(body));
    await pods.client.deletePod('component:default/web', {
      cluster: 'acme',
      namespace: 'shop',
      pod: 'web-1',
    });
    expect(pods.fetch).toHaveBeenCalledWith(
      'plugin://workloads/entities/component/default/web/pods/delete',
      expect.objectContaining({ method: 'POST' }),
    );
  });

  it('tells errors of the backend', async () => {
    const { client } = clientAnswering(
      Response.json(
        {
          error: { name: 'NotAllowedError', message: 'Only owners may' },
          response: { statusCode: 403 },
        },
        { status: 403, statusText: 'Forbidden' },
      ),
    );
    await expect(client.getSummary()).rejects.toMatchObject({
      statusCode: 403,
    });
  });
});
