import { screen } from '@testing-library/react';
import { renderCost } from '../../__testUtils__/renderCost';
import { sampleMovers } from '../../__testUtils__/samples';
import { MoverList } from './MoverList';

it('tells apart who has a service that changed twice', async () => {
  const [item] = sampleMovers.items;
  const { resourceId: _id, resourceName: _name, ...service } = item;
  renderCost(
    <MoverList
      movers={{
        ...sampleMovers,
        items: [
          { ...service, origin: 'unallocated' },
          { ...service, origin: 'pool', pool: 'Production cluster' },
        ],
      }}
    />,
    {},
  );
  const [unallocated, pool] = await screen.findAllByRole('listitem');
  expect(unallocated).toHaveTextContent(
    '+€312.00Storage · unallocated more since 14 Nov, €100.50 to €412.50',
  );
  expect(pool).toHaveTextContent(
    '+€312.00Storage · in the pool Production cluster more since 14 Nov, €100.50 to €412.50',
  );
});
