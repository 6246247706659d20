import { screen, waitFor } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import type { ApiHistoryApi } from '../../api/ApiHistoryApi';
import { renderWithHistory } from '../../__testUtils__/renderWithHistory';
import {
  breakingVersion,
  removedOperation,
} from '../../__testUtils__/sampleVersions';
import { BreakingChangesCard } from './BreakingChangesCard';

const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout-service', namespace: 'default' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/team-checkout' },
    { type: 'consumesApi', targetRef: 'api:default/payment-api' },
  ],
};

const title = 'Breaking changes in APIs you consume';

function show(listBreaking: ApiHistoryApi['listBreaking'], entity = checkout) {
  return renderWithHistory(<BreakingChangesCard />, {
    entity,
    history: { listBreaking },
  });
}

describe('BreakingChangesCard', () => {
  beforeEach(() => {
    jest
      .useFakeTimers({
        doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask'],
      })
      .setSystemTime(new Date('2026-11-25T14:30:00Z'));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('warns of what broke in the last 30 days', async () => {
    const { api } = await show(async () => ({
      items: [
        {
          version: breakingVersion,
          changes: [
            removedOperation,
            {
              ...removedOperation,
              locations: ['GET /refunds'],
              message: 'GET /refunds was removed.',
            },
          ],
        },
      ],
      totalItems: 1,
    }));
    expect(await screen.findByText(title)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'payment-api 2.0.0' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/api/payment-api/history?from=1&to=2',
    );
    expect(screen.getByText('2 breaking')).toBeVisible();
    expect(screen.getByText('POST /payments/{id}/cancel')).toBeVisible();
    expect(screen.getByText('GET /refunds was removed.')).toBeVisible();
    expect(screen.queryByText('GET /refunds')).not.toBeInTheDocument();
    expect(api.listBreaking).toHaveBeenCalledWith({
      ownerRef: 'group:default/team-checkout',
      since: '2026-10-26T00:00:00.000Z',
      limit: 200,
    });
  });

  it('shows no card for APIs that other components consume', async () => {
    const { api } = await show(async () => ({
      items: [
        {
          version: { ...breakingVersion, entityRef: 'api:default/user-api' },
          changes: [],
        },
      ],
      totalItems: 1,
    }));
    await waitFor(() => expect(api.listBreaking).toHaveBeenCalledTimes(1));
    expect(screen.queryByText(title)).not.toBeInTheDocument();
  });

  it('asks nothing for a component that consumes nothing', async () => {
    const { api } = await show(async () => ({ items: [], totalItems: 0 }), {
      ...checkout,
      relations: [],
    });
    expect(screen.queryByText(title)).not.toBeInTheDocument();
    expect(api.listBreaking).not.toHaveBeenCalled();
  });

  it('says when it cannot know', async () => {
    await show(async () => {
      throw new Error('The history is away');
    });
    expect(await screen.findByText('The history is away')).toBeVisible();
  });
});
