import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { deliveryApiRef } from '../../api/DeliveryApi';
import { useTeams } from '../../hooks/useTeams';
import { TeamComparison } from './TeamComparison';

const PERIOD = { from: '2026-11-01', to: '2026-11-28' };

const names = Array.from(
  { length: 101 },
  (_, index) => `team-${String(index).padStart(3, '0')}`,
);

const organisation = names.flatMap(name => [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: `service-of-${name}`, namespace: 'default' },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${name}` }],
  },
]);

function Comparison() {
  const teams = useTeams();
  return (
    <>
      <output>{teams.data?.teams.length} known</output>
      <TeamComparison teams={teams} period={PERIOD} />
    </>
  );
}

it('compares as many teams as the backend takes, says so, and knows them all', async () => {
  const compareDora = jest.fn(async () => ({
    items: [],
    skipped: { count: 0, entityRefs: [] },
  }));
  renderInTestApp(
    <TestQueryProvider>
      <Comparison />
    </TestQueryProvider>,
    {
      apis: [
        [catalogApiRef, catalogApiMock({ entities: organisation })],
        [deliveryApiRef, { compareDora }],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  expect(
    await screen.findByText('The first 100 of 101 teams by name are compared.'),
  ).toBeVisible();
  expect(screen.getByText('101 known')).toBeVisible();
  expect(compareDora).toHaveBeenCalledWith(
    names.slice(0, 100).map(name => `group:default/${name}`),
    PERIOD,
  );
});
