import { createSlaClient } from './createSlaClient';

const answer = (body: unknown) =>
  new Response(JSON.stringify(body), {
    headers: { 'Content-Type': 'application/json' },
  });

describe('createSlaClient', () => {
  it('writes agreements down, and closes and saves their months', async () => {
    const fetch = jest.fn(async () => answer({ id: 'c/1' }));
    const client = createSlaClient({ fetch });
    const terms = {
      name: 'Payments for Umbrella',
      entityRef: 'component:default/a',
      sloName: 'availability',
      target: 0.999,
      timeZone: 'UTC',
      isMaintenanceExcluded: true,
      credits: [],
      validFrom: '2026-10-01',
    };
    await client.updateAgreement('c/1', terms);
    expect(fetch).toHaveBeenLastCalledWith('plugin://sla/agreements/c%2F1', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(terms),
    });
    await client.closeReport('c/1', '2026-10');
    expect(fetch).toHaveBeenLastCalledWith(
      'plugin://sla/reports/c%2F1/2026-10/close',
      expect.objectContaining({ method: 'POST' }),
    );
    expect(await client.exportReport('c/1', '2026-10')).toContain('c/1');
    expect(fetch).toHaveBeenLastCalledWith(
      'plugin://sla/reports/c%2F1/2026-10?format=csv',
      undefined,
    );
  });
});
