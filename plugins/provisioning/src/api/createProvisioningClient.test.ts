import { createProvisioningClient } from './createProvisioningClient';

const json = { 'Content-Type': 'application/json' };
const input = {
  type: 'postgres',
  class: 'default',
  name: 'ledger',
  environment: 'dev',
  entityRef: 'component:default/payment-service',
  parameters: {},
};

describe('createProvisioningClient', () => {
  const fetch = jest.fn(async () => Response.json({ id: '1', items: [] }));
  const client = createProvisioningClient({ fetch });

  it('makes a request that is safe to repeat', async () => {
    await client.createRequest({ ...input, planHash: 'h' }, 'key-of-the-form');
    expect(fetch).toHaveBeenLastCalledWith('plugin://provisioning/requests', {
      method: 'POST',
      headers: { ...json, 'Idempotency-Key': 'key-of-the-form' },
      body: JSON.stringify({ ...input, planHash: 'h' }),
    });
  });

  it('says what an approver has seen', async () => {
    await client.approveRequest('a/1', { planHash: 'h' });
    expect(fetch).toHaveBeenLastCalledWith(
      'plugin://provisioning/requests/a%2F1/approve',
      { method: 'POST', headers: json, body: '{"planHash":"h"}' },
    );
  });

  it('asks for the Score file of a component', async () => {
    await client.getManifests('component:default/payment-service', 'dev');
    expect(fetch).toHaveBeenLastCalledWith(
      'plugin://provisioning/score/component/default/payment-service/manifests?environment=dev',
      undefined,
    );
  });

  it('asks for resources by filters, and decides about one', async () => {
    await client.listResources({
      hasDrift: 'true',
      state: ['ready', 'failed'],
      limit: 200,
    });
    expect(fetch).toHaveBeenLastCalledWith(
      'plugin://provisioning/resources?state=ready&state=failed&limit=200&hasDrift=true',
      undefined,
    );
    await client.decideResource('1', 'adopt');
    expect(fetch).toHaveBeenLastCalledWith(
      'plugin://provisioning/resources/1/adopt',
      { method: 'POST', headers: json, body: '{}' },
    );
  });
});
