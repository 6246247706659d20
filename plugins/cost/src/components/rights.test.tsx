import { screen } from '@testing-library/react';
import { page, renderCost } from '../__testUtils__/renderCost';
import { sampleResource } from '../__testUtils__/samples';
import { EntityCost } from './entity/EntityCost';

// Permissions that are about no entity are cached for a whole file.

describe('without the right to read charges', () => {
  it('leads to no charges', async () => {
    renderCost(
      <EntityCost />,
      { listResources: async () => page([sampleResource]) },
      {
        entityName: 'others',
        refused: ['cost.row.read', 'cost.bill.read'],
      },
    );
    expect(await screen.findByText('payments-data')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Show the charges' })).toBeNull();
  });
});
