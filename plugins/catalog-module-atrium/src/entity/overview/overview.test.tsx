import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import type {
  EntityChange,
  EntitySummary,
} from '@atrium/plugin-entity-summary-common';
import { renderEntity } from '../__testUtils__/renderEntity';
import { sampleRow, sampleSummary } from '../__testUtils__/sampleSummary';
import { EntityOverview } from './EntityOverview';

function entity(
  kind: string,
  name: string,
  part: {
    metadata?: Partial<Entity['metadata']>;
    spec?: Entity['spec'];
    relations?: [type: string, targetRef: string][];
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', ...part.metadata },
    spec: part.spec,
    relations: part.relations?.map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}

const payments = entity('Group', 'team-payments', {
  metadata: {
    links: [
      { url: 'https://chat.example.org/p', title: '#payments', icon: 'chat' },
    ],
  },
  spec: { profile: { displayName: 'Payments' } },
});

const service = entity('Component', 'payment-service', {
  metadata: {
    links: [
      {
        url: 'https://runbooks.example.org/p',
        title: 'Runbook',
        icon: 'runbook',
      },
      { url: 'https://chat.example.org/p', title: '#payments' },
    ],
  },
  spec: { type: 'service' },
  relations: [
    ['ownedBy', 'group:default/team-payments'],
    ['providesApi', 'api:default/payment-api'],
  ],
});

const overview = <EntityOverview cards={[]} />;
const noRows = async () => ({
  items: [],
  totalItems: 0,
  options: {
    kind: [],
    owner: [],
    system: [],
    type: [],
    lifecycle: [],
    tag: [],
    health: [],
  },
});

describe('the overview of a component', () => {
  it('shows nothing that an incident would push down before it is known', async () => {
    let answer = (_: EntitySummary) => {};
    renderEntity(overview, service, {
      answers: {
        listEntities: noRows,
        getSummary: () =>
          new Promise<EntitySummary>(resolve => {
            answer = resolve;
          }),
      },
    });
    const below = await screen.findByRole('heading', {
      name: 'Worth adding',
      hidden: true,
    });
    expect(below).not.toBeVisible();
    answer(sampleSummary({}));
    await waitFor(() => expect(below).toBeVisible());
  });

  it('says first what is wrong, since when, probably why, and where to begin', async () => {
    renderEntity(overview, service, {
      others: [payments],
      answers: {
        listEntities: noRows,
        getSummary: async () =>
          sampleSummary({
            incidents: [
              {
                id: 'INC-7',
                description: 'Refunds time out',
                environment: 'production',
                since: '2026-11-28T23:00:00Z',
                url: 'https://incidents.example.org/7',
                suspect: { deploymentId: 'd1', version: '4.12.3' },
              },
            ],
          }),
      },
    });
    const banner = await screen.findByRole('region', { name: 'Incident open' });
    expect(
      within(banner).getByRole('link', { name: 'Refunds time out' }),
    ).toHaveAttribute('href', 'https://incidents.example.org/7');
    expect(banner).toHaveTextContent(
      /production, since .*Suspected: deployment of 4\.12\.3/,
    );
    expect(
      within(banner).getByRole('link', { name: 'Runbook' }),
    ).toHaveAttribute('href', 'https://runbooks.example.org/p');
    expect(
      within(banner).getByRole('link', { name: 'Open delivery' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payment-service/delivery?view=incidents',
    );
    // Whom to ask stands in the header.
    const links = screen.getByRole('region', { name: 'Links' });
    expect(
      within(links)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['Runbook']);
  });

  it('tells in one list what changed, and what could not be asked', async () => {
    const changes: EntityChange[] = Array.from({ length: 10 }, (_, index) => ({
      kind: index === 0 ? 'rollback' : 'deployment',
      at: `2026-11-2${7 - Math.floor(index / 2)}T1${index}:00:00Z`,
      title: `4.12.${10 - index}`,
      detail: 'to production',
    }));
    renderEntity(overview, service, {
      answers: {
        listEntities: noRows,
        getSummary: async () =>
          sampleSummary({
            changes,
            changesUnavailable: ['cost', 'delivery', 'slo'],
          }),
      },
    });
    const section = await screen.findByRole('region', {
      name: 'Changes in the last 7 days',
    });
    expect(section).toHaveTextContent(
      'Incomplete: cost, delivery and alerts could not be read.',
    );
    expect(within(section).getAllByRole('listitem')).toHaveLength(8);
    expect(within(section).getAllByRole('listitem')[0]).toHaveTextContent(
      'Rolled back 4.12.10 to production',
    );
    await userEvent.click(
      within(section).getByRole('button', { name: 'Show all 10' }),
    );
    expect(within(section).getAllByRole('listitem')).toHaveLength(10);
  });

  it('names whose change it is, and leads there', async () => {
    renderEntity(overview, service, {
      answers: {
        listEntities: noRows,
        getSummary: async () =>
          sampleSummary({
            changes: [
              {
                kind: 'api-version',
                at: '2026-11-27T10:00:00Z',
                title: '1.9.0',
                entityRef: 'api:default/payment-api',
              },
            ],
          }),
      },
    });
    const change = within(
      await screen.findByRole('region', { name: 'Changes in the last 7 days' }),
    ).getByRole('listitem');
    expect(change).toHaveTextContent('API 1.9.0 · payment-api');
    const api = '/catalog/default/api/payment-api';
    expect(within(change).getByRole('link', { name: '1.9.0' })).toHaveAttribute(
      'href',
      `${api}/history`,
    );
    expect(
      within(change).getByRole('link', { name: 'payment-api' }),
    ).toHaveAttribute('href', api);
  });

  it('shows what it depends on with the health of each, and its APIs', async () => {
    const listEntities = jest.fn(async () => ({
      ...(await noRows()),
      items: [
        sampleRow('api:default/payment-api', {
          title: 'Payment API',
          type: 'openapi',
        }),
      ],
      totalItems: 1,
    }));
    renderEntity(overview, service, {
      answers: {
        listEntities,
        getSummary: async () =>
          sampleSummary({
            neighbours: {
              dependsOn: [
                sampleRow('component:default/user-service', {
                  health: 'bad',
                  healthReason: 'incident',
                  openIncidents: 1,
                }),
              ],
              dependsOnTotal: 1,
              usedBy: [sampleRow('component:default/order-service')],
              usedByTotal: 1_200,
            },
          }),
      },
    });
    const needs = await screen.findByRole('region', { name: 'Depends on (1)' });
    expect(within(needs).getByRole('listitem')).toHaveTextContent(
      'user-service Component1 incident',
    );
    const users = screen.getByRole('region', { name: 'Used by (1,200)' });
    expect(
      within(users).getByRole('link', { name: 'Show all 1,200' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payment-service/dependencies?view=list&hops=1&direction=up',
    );
    const provided = await screen.findByRole('region', {
      name: 'Provides (1)',
    });
    expect(
      await within(provided).findByRole('link', { name: 'Payment API' }),
    ).toHaveAttribute('href', '/catalog/default/api/payment-api');
    expect(listEntities).toHaveBeenCalledTimes(1);
    expect(
      screen.getByRole('region', { name: 'Worth adding' }),
    ).toHaveTextContent('No docs: write some');
  });

  it('says when nothing is known, and offers to try again', async () => {
    renderEntity(overview, service, { answers: { listEntities: noRows } });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This could not be loaded',
    );
    expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  });
});

it('sums a system and lists its parts, worst first, without columns that say nothing', async () => {
  renderEntity(overview, entity('System', 'billing'), {
    answers: {
      getSummary: async () =>
        sampleSummary({
          entity: sampleRow('system:default/billing'),
          incidents: [
            {
              id: 'INC-7',
              entityRef: 'component:default/payment-service',
              description: 'Refunds time out',
            },
          ],
          neighbours: {
            parts: [
              sampleRow('component:default/payment-service', {
                type: 'service',
                health: 'bad',
                healthReason: 'incident',
                openIncidents: 2,
                version: '4.12.3',
              }),
              sampleRow('resource:default/payments-db', {
                title: 'Payments database',
              }),
            ],
            partsTotal: 30,
            partsHealth: { bad: 1, unknown: 29 },
          },
        }),
    },
  });
  const parts = await screen.findByRole('region', { name: 'Parts (30)' });
  expect(parts).toHaveTextContent('1 critical');
  expect(
    within(parts)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Name', 'Kind', 'Health']);
  expect(within(parts).getAllByRole('row')[1]).toHaveTextContent(
    'payment-serviceService2 incidents4.12.3',
  );
  expect(
    within(parts).getByRole('link', { name: 'Show all 30' }),
  ).toHaveAttribute(
    'href',
    '/catalog?kind=all&system=system%3Adefault%2Fbilling',
  );
  const banner = screen.getByRole('region', { name: 'Incident open' });
  expect(
    within(banner).getByRole('link', { name: 'payment-service' }),
  ).toHaveAttribute('href', '/catalog/default/component/payment-service');
  expect(
    within(banner).getByRole('link', { name: 'Open delivery' }),
  ).toHaveAttribute(
    'href',
    '/catalog/default/component/payment-service/delivery?view=incidents',
  );
});

/** Of a department with a team of nine entities. */
const summaryWithTeam =
  (partsHealth: EntitySummary['neighbours']['partsHealth']) =>
  async (entityRef: string) =>
    sampleSummary({
      entity: sampleRow(entityRef),
      neighbours:
        entityRef === 'group:default/team-payments'
          ? { partsTotal: 9, partsHealth }
          : {},
    });

it('shows the people of a team, and the teams of a department side by side', async () => {
  const commerce = entity('Group', 'commerce', {
    relations: [
      ['hasMember', 'user:default/elena'],
      ['parentOf', 'group:default/team-payments'],
    ],
  });
  const elena = entity('User', 'elena', {
    metadata: { description: 'Engineering manager' },
    spec: { profile: { displayName: 'Elena Marchetti' } },
  });
  renderEntity(overview, commerce, {
    others: [elena, payments],
    answers: { getSummary: summaryWithTeam({ bad: 2, good: 7 }) },
  });
  const people = await screen.findByRole('region', { name: 'People (1)' });
  expect(
    await within(people).findByRole('link', { name: 'Elena Marchetti' }),
  ).toHaveAttribute('href', '/catalog/default/user/elena');
  expect(people).toHaveTextContent('Engineering manager');
  const team = await screen.findByRole('article');
  expect(
    await within(team).findByRole('link', { name: 'Payments' }),
  ).toHaveAttribute('href', '/catalog/default/group/team-payments');
  expect(team).toHaveTextContent('9 entities2 critical');
});

it.each([
  [{ unknown: 9 }, '9 entities9 not measured', false],
  [
    { good: 7, unknown: 2 },
    '9 entitiesNothing needs attention2 not measured',
    true,
  ],
  [{ good: 9 }, '9 entitiesNothing needs attention', true],
])(
  'says of a team with %j that nothing needs attention only where something is good',
  async (partsHealth, line, isWell) => {
    const commerce = entity('Group', 'commerce', {
      relations: [['parentOf', 'group:default/team-payments']],
    });
    renderEntity(overview, commerce, {
      others: [payments],
      answers: { getSummary: summaryWithTeam(partsHealth) },
    });
    const team = await screen.findByRole('article');
    await within(team).findByText(/9 entities/);
    expect(team).toHaveTextContent(line);
    expect(within(team).queryByText('Nothing needs attention') !== null).toBe(
      isWell,
    );
  },
);

it('says what a template does and what came of it', async () => {
  const template = entity('Template', 'node-service', {
    spec: {
      type: 'service',
      parameters: [
        {
          title: 'About the service',
          required: ['name'],
          properties: { name: { title: 'Name' }, owner: {} },
        },
      ],
      steps: [{ name: 'Publish' }, { name: 'Publish' }, { name: 'Register' }],
    },
  });
  const made = entity('Component', 'receipt-service', {
    metadata: {
      annotations: {
        'backstage.io/source-template': 'template:default/node-service',
      },
    },
  });
  renderEntity(overview, template, { others: [made] });
  expect(
    await screen.findByRole('link', { name: 'Create from this template' }),
  ).toHaveAttribute('href', '/create/templates/default/node-service');
  expect(
    screen.getByRole('region', { name: 'What it does' }),
  ).toHaveTextContent('PublishRegister');
  expect(
    screen.getByRole('region', { name: 'What you fill in' }),
  ).toHaveTextContent('About the serviceName and owner (optional)');
  const section = screen.getByRole('region', { name: 'Used by' });
  expect(
    await within(section).findByRole('link', { name: 'receipt-service' }),
  ).toBeVisible();
  expect(section).toHaveTextContent('1 entity in the catalog');
});

it('lists what a person looks after, and their teams', async () => {
  const priya = entity('User', 'payments-dev', {
    relations: [['memberOf', 'group:default/team-payments']],
  });
  renderEntity(overview, priya, {
    others: [payments],
    answers: {
      getSummary: async () =>
        sampleSummary({
          entity: sampleRow('user:default/payments-dev'),
          neighbours: {
            parts: [sampleRow('component:default/b', { health: 'bad' })],
            partsTotal: 150,
            partsHealth: { bad: 150 },
          },
        }),
    },
  });
  const owned = await screen.findByRole('region', { name: 'Owns (150)' });
  expect(within(owned).getAllByRole('row')[1]).toHaveTextContent(
    'bComponentCritical',
  );
  // The list has systems and templates of theirs as well.
  expect(
    within(owned).getByRole('link', { name: 'Show in the catalog' }),
  ).toHaveAttribute(
    'href',
    '/catalog?kind=all&owner=user%3Adefault%2Fpayments-dev',
  );
  const teams = screen.getByRole('region', { name: 'Teams' });
  expect(
    await within(teams).findByRole('link', { name: '#payments' }),
  ).toHaveAttribute('href', 'https://chat.example.org/p');
});
