import { sampleRow } from '../../__testUtils__/sampleWorkloads';
import { workloadCells } from './workloadCells';

it('has a cell for every column, also where nothing is known', () => {
  const [titles, cells] = workloadCells([sampleRow({ ownerRef: undefined })]);
  expect(
    Object.fromEntries(titles.map((title, at) => [title, cells[at]])),
  ).toEqual({
    cluster: 'acme-production',
    environment: 'production',
    namespace: 'billing',
    kind: 'Deployment',
    name: 'payment-service',
    entity: 'component:default/payment-service',
    owner: undefined,
    health: 'healthy',
    reason: 'All pods are ready.',
    'pods ready': 3,
    'pods desired': 3,
    images: 'registry.acme.example/payment-service:4.12.3',
    'deployed version': undefined,
    'version verdict': 'same',
    'api version': 'apps/v1',
    problems: 'no-digest',
  });
});
