import { createDeliveryEventsClient } from './createDeliveryEventsClient';
import { createSloClient } from './createSloClient';

const answer = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });

describe('createSloClient', () => {
  it('writes lists and times into the address', async () => {
    const fetch = jest.fn(async () => answer({ items: [], totalItems: 0 }));
    const client = createSloClient({ fetch });
    await client.listSlos({
      entityRef: ['component:default/a'],
      state: ['breached', 'at-risk'],
      ownerRef: undefined,
      limit: 5,
    });
    expect(fetch).toHaveBeenLastCalledWith(
      'plugin://slo/slos?entityRef=component%3Adefault%2Fa&state=breached&state=at-risk&limit=5',
      undefined,
    );
    await client.getGate('component:default/a');
    expect(fetch).toHaveBeenLastCalledWith(
      'plugin://slo/gates/component%3Adefault%2Fa',
      undefined,
    );
  });

  it('sends exclusions and takes them back', async () => {
    const fetch = jest.fn(async () => answer({ id: 'x' }, 201));
    const client = createSloClient({ fetch });
    const exclusion = {
      entityRef: 'component:default/a',
      from: '2026-11-25T00:00:00.000Z',
      to: '2026-11-25T01:00:00.000Z',
      kind: 'maintenance' as const,
      reason: 'Upgrade',
    };
    await client.createExclusion(exclusion);
    expect(fetch).toHaveBeenLastCalledWith('plugin://slo/exclusions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(exclusion),
    });
    await client.deleteExclusion('x/y');
    expect(fetch).toHaveBeenLastCalledWith('plugin://slo/exclusions/x%2Fy', {
      method: 'DELETE',
    });
  });

  it('passes on the words of the backend', async () => {
    const fetch = async () =>
      answer(
        {
          error: { name: 'NotFoundError', message: "No SLO with id 'x'" },
          response: { statusCode: 404 },
        },
        404,
      );
    await expect(createSloClient({ fetch }).getSlo('x')).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});

describe('createDeliveryEventsClient', () => {
  it('knows of nothing where delivery is not installed', async () => {
    const fetch = jest.fn(async () => answer({}, 404));
    const client = createDeliveryEventsClient({ fetch });
    await expect(client.getEvents('component:default/a')).resolves.toEqual({
      deployments: [],
      incidents: [],
    });
    expect(fetch).toHaveBeenCalledWith(
      'plugin://delivery/deployments?entityRef=component%3Adefault%2Fa&tier=production&limit=200',
      undefined,
    );
  });

  it('does not take another failure for nothing', async () => {
    const fetch = async () => answer({}, 500);
    await expect(
      createDeliveryEventsClient({ fetch }).getEvents('a'),
    ).rejects.toMatchObject({ statusCode: 500 });
  });
});
