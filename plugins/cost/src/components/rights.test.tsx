import { screen, within } from '@testing-library/react';
import { page, renderCost } from '../__testUtils__/renderCost';
import { sampleBreakdown, sampleResource } from '../__testUtils__/samples';
import { CostPages } from './CostPages';
import { EntityCost } from './entity/EntityCost';

// Permissions that are about no entity are cached for a whole file.

describe('without the right to read charges', () => {
  it('asks for no resources, and leads to no charges', async () => {
    const listResources = jest.fn(async () => page([sampleResource]));
    renderCost(
      <EntityCost />,
      { listResources },
      {
        entityName: 'others',
        refused: ['cost.row.read', 'cost.bill.read'],
      },
    );
    expect(
      await screen.findByRole('list', { name: 'What changed most' }),
    ).toBeVisible();
    expect(listResources).not.toHaveBeenCalled();
    expect(screen.queryByRole('link', { name: 'Show charges' })).toBeNull();
  });

  it('leads neither to what nobody has, nor to bills', async () => {
    renderCost(
      <CostPages />,
      { getBreakdown: async () => sampleBreakdown() },
      { refused: ['cost.row.read', 'cost.bill.read'] },
    );
    const table = await screen.findByRole('region', { name: 'Cost by team' });
    expect(table).toHaveTextContent('Unallocated');
    expect(
      within(table).queryByRole('link', { name: 'Unallocated' }),
    ).toBeNull();
    expect(screen.queryByText('Bills')).toBeNull();
  });
});
