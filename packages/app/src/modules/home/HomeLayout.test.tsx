import type {
  Attention,
  EntityListQuery,
  EntityRow,
} from '@atrium/plugin-entity-summary-common';
import { entitySummaryApiRef } from '@atrium/plugin-catalog-module-atrium';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import {
  identityApiRef,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AttentionSection } from './attention/AttentionSection';
import { MyTeams } from './people/MyTeams';
import { ServicesSection } from './services/ServicesSection';

const me = 'user:default/priya';

const noOptions = {
  kind: [],
  owner: [],
  system: [],
  type: [],
  lifecycle: [],
  tag: [],
  health: [],
};

const service = (name: string, facts: Partial<EntityRow> = {}): EntityRow => ({
  entityRef: `component:default/${name}`,
  kind: 'component',
  namespace: 'default',
  name,
  tags: [],
  ownerRef: 'group:default/payments',
  ownerTitle: 'Payments',
  health: 'good',
  openIncidents: 0,
  ...facts,
});

interface RenderHomeOptions {
  attention?: Partial<Attention>;
  services?: EntityRow[];
}

function renderHome(element: JSX.Element, options: RenderHomeOptions = {}) {
  const { attention, services = [] } = options;
  const listEntities = jest.fn(async (_query: EntityListQuery) => ({
    items: services,
    totalItems: services.length,
    options: noOptions,
  }));
  const identityApi: IdentityApi = mockApis.identity({ userEntityRef: me });
  renderInTestApp(<TestQueryProvider>{element}</TestQueryProvider>, {
    apis: [
      [
        entitySummaryApiRef,
        {
          listEntities,
          getAttention: async () => ({
            items: [],
            totalItems: 0,
            unavailable: [],
            ...attention,
          }),
        },
      ],
      [identityApiRef, identityApi],
      [
        catalogApiRef,
        catalogApiMock({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Group',
              metadata: {
                name: 'payments',
                namespace: 'default',
                title: 'Payments',
                links: [{ title: '#payments', url: 'https://chat.example/p' }],
              },
              spec: { type: 'team', children: [] },
              relations: [{ type: 'hasMember', targetRef: me }],
            },
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'User',
              metadata: { name: 'priya', namespace: 'default' },
              spec: { profile: { displayName: 'Priya Natarajan' } },
            },
          ],
        }),
      ],
    ],
  });
  return { listEntities };
}

describe('what needs the person', () => {
  it('says what, whose and the one thing to do, and leads there', async () => {
    renderHome(<AttentionSection />, {
      attention: {
        items: [
          {
            kind: 'slo-alert',
            severity: 'bad',
            entityRef: 'component:default/payment-service',
            entityTitle: 'Payment service',
            title: 'Payments are answered',
            since: '2026-11-28T22:10:00.000Z',
            targetId: 's1',
          },
        ],
        totalItems: 1,
        unavailable: ['delivery'],
      },
    });

    const row = await screen.findByRole('listitem');
    expect(row).toHaveTextContent('Budget burningPayments are answered');
    expect(row).toHaveTextContent('Payment service · ');
    expect(
      screen.getByRole('link', {
        name: 'Find the cause: Payments are answered, Payment service',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payment-service/slos?slo=s1',
    );
    expect(
      screen.getByText(
        'Delivery did not answer, so something may be missing here.',
      ),
    ).toBeVisible();
  });

  it('shows the most urgent four, and all on demand', async () => {
    renderHome(<AttentionSection />, {
      attention: {
        items: ['one', 'two', 'three', 'four', 'five'].map(title => ({
          kind: 'approval',
          severity: 'warning',
          title,
          targetId: title,
        })),
        totalItems: 7,
      },
    });

    expect(await screen.findAllByRole('listitem')).toHaveLength(4);
    await userEvent.click(screen.getByRole('button', { name: 'Show all 5' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(5);
    expect(screen.getByText('2 more not listed here.')).toBeVisible();
  });

  it('is calm where nothing waits', async () => {
    renderHome(<AttentionSection />);

    expect(await screen.findByText('Nothing needs you')).toBeVisible();
  });

  it('is not calm where somebody could not be asked', async () => {
    renderHome(<AttentionSection />, {
      attention: { items: [], totalItems: 0, unavailable: ['slo'] },
    });

    expect(
      await screen.findByText('Not everything could be checked'),
    ).toBeVisible();
    expect(screen.queryByText('Nothing needs you')).toBeNull();
  });
});

describe('services at a glance', () => {
  it('asks for those of the person, worst first, and never draws missing as zero', async () => {
    const { listEntities } = renderHome(<ServicesSection />, {
      services: [
        service('payment-service', {
          title: 'Payment service',
          health: 'bad',
          healthReason: 'incident',
          openIncidents: 1,
          budgetRemaining: -0.9,
          cost: { amount: '1240.00', currency: 'EUR', month: '2025-11' },
        }),
        service('ledger-service'),
      ],
    });

    const [titles, payment, ledger] = await screen.findAllByRole('row');
    expect(titles).toHaveTextContent('Cost in November');
    expect(payment).toHaveTextContent('Payment service1 incident−90%–€1,240');
    expect(ledger).toHaveTextContent('ledger-serviceHealthy–––');
    expect(listEntities).toHaveBeenCalledWith(
      expect.objectContaining({
        ownerRef: me,
        kind: 'component',
        sort: 'health',
      }),
      expect.anything(),
    );
    expect(screen.queryByText('My teams')).not.toBeInTheDocument();
  });

  it('puts the teams of a manager side by side', async () => {
    renderHome(<ServicesSection />, {
      services: [
        service('payment-service', {
          health: 'bad',
          openIncidents: 1,
          healthReason: 'incident',
        }),
        service('cart-service', {
          ownerRef: 'group:default/checkout',
          ownerTitle: 'Checkout',
        }),
      ],
    });

    const teams = await screen.findByRole('region', {
      name: 'Teams, worst first',
    });
    const [, payments, checkout] = within(teams).getAllByRole('row');
    expect(payments).toHaveTextContent('Payments11 critical1–');
    expect(checkout).toHaveTextContent('Checkout11 healthy0–');
  });

  it('says where to begin where the teams own nothing', async () => {
    renderHome(<ServicesSection />);

    expect(
      await screen.findByText('Your teams do not own any services yet'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Create a service' }),
    ).toHaveAttribute('href', '/create');
  });
});

it('names the team with its people and its chat', async () => {
  renderHome(<MyTeams />);

  expect(await screen.findByRole('link', { name: 'Payments' })).toHaveAttribute(
    'href',
    '/catalog/default/group/payments',
  );
  expect(
    await screen.findByRole('link', { name: 'Priya Natarajan' }),
  ).toBeVisible();
  expect(screen.getByRole('link', { name: /#payments/ })).toHaveAttribute(
    'href',
    'https://chat.example/p',
  );
});
