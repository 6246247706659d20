import { screen } from '@testing-library/react';
import type { ApiVersion } from '@atrium/plugin-api-history-common';
import {
  paymentApi,
  renderWithHistory,
} from '../../__testUtils__/renderWithHistory';
import {
  breakingVersion,
  firstVersion,
} from '../../__testUtils__/sampleVersions';
import { LastChangeCard } from './LastChangeCard';

function show(...items: ApiVersion[]) {
  return renderWithHistory(<LastChangeCard />, {
    entity: paymentApi,
    history: {
      listVersions: async () => ({ items, totalItems: items.length }),
    },
  });
}

describe('LastChangeCard', () => {
  it('says whether the last change broke anything, and leads to it', async () => {
    const { api } = await show(breakingVersion);
    expect(await screen.findByText('2 breaking')).toBeVisible();
    expect(screen.getByText(/Version #2, 2.0.0/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'See what changed' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/api/payment-api/history?from=1&to=2',
    );
    expect(api.listVersions).toHaveBeenCalledWith({
      entityRef: 'api:default/payment-api',
      limit: 1,
    });
  });

  it('leads to the history when nothing was compared', async () => {
    await show(firstVersion);
    expect(await screen.findByText('First version')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'See the history' }),
    ).toHaveAttribute('href', '/catalog/default/api/payment-api/history');
  });

  it('teaches when there is no version', async () => {
    await show();
    expect(await screen.findByText('No versions saved yet')).toBeVisible();
  });
});
