import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, Route, Routes, useParams } from 'react-router-dom';
import type { Entity } from '@backstage/catalog-model';
import { renderEntity } from '../__testUtils__/renderEntity';
import { EntityPage } from './EntityPage';
import type { EntityPageContent } from './EntityPageContent';

const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: {
    name: 'team-payments',
    namespace: 'default',
    links: [
      { url: 'https://chat.example.org/p', title: '#payments', icon: 'chat' },
      { url: 'https://oncall.example.org/p', title: 'On-call rota' },
    ],
  },
  spec: { profile: { displayName: 'Payments' } },
};

const service: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payment-service',
    namespace: 'default',
    description: 'Handles payments',
    annotations: {
      'backstage.io/source-location': 'url:https://git.example.org/p/',
    },
  },
  spec: { type: 'service', lifecycle: 'production' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/team-payments' },
    { type: 'partOf', targetRef: 'system:default/billing' },
  ],
};

const contents: EntityPageContent[] = [
  { path: '/', title: 'Overview', text: 'All at a glance' },
  { path: 'cost', title: 'Cost', text: 'What it costs' },
  { path: 'history', title: 'History', text: 'Versions', kind: 'API' },
].map(({ path, title, text, kind = 'Component' }) => ({
  path,
  title,
  element: <p>{text}</p>,
  appliesTo: entity => entity.kind === kind,
}));

function show(name: string, tab = '', findEntity?: () => Promise<Entity>) {
  const base = `/catalog/default/component/${name}`;
  renderEntity(
    <Routes>
      <Route
        path={`${base}/*`}
        element={
          <EntityPage
            entityRef={`component:default/${name}`}
            contents={contents}
            menu={[]}
          />
        }
      />
    </Routes>,
    service,
    { others: [payments], address: `${base}/${tab}`, findEntity },
  );
}

function AnyComponentPage() {
  const { name } = useParams();
  return (
    <EntityPage
      entityRef={`component:default/${name}`}
      contents={[{ ...contents[0], element: <input aria-label="Reason" /> }]}
      menu={[]}
    />
  );
}

describe('the page of an entity', () => {
  it('says whose it is and how to reach them', async () => {
    show('payment-service');
    expect(
      await screen.findByRole('heading', { name: 'payment-service', level: 1 }),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Payments' }),
    ).toHaveAttribute('href', '/catalog/default/group/team-payments');
    const about = screen.getByRole('list', { name: 'About' });
    expect(about).toHaveTextContent('Lifecycle production');
    expect(
      within(about)
        .getAllByRole('link')
        .map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['Payments', '/catalog/default/group/team-payments'],
      ['billing', '/catalog/default/system/billing'],
      ['#payments', 'https://chat.example.org/p'],
      ['On-call rota', 'https://oncall.example.org/p'],
      ['Repository', 'https://git.example.org/p/'],
    ]);
  });

  it('says of what it is while the catalog is asked', async () => {
    show('payment-service', 'cost', () => new Promise(() => {}));
    expect(
      await screen.findByRole('heading', { name: 'payment-service', level: 1 }),
    ).toBeInTheDocument();
    expect(screen.getByRole('status', { name: 'Loading' })).toBeInTheDocument();
  });

  it('says of what it is, and what went wrong, when the catalog does not answer', async () => {
    show('payment-service', '', () =>
      Promise.reject(new Error('The catalog is away')),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The catalog is away',
    );
    expect(
      screen.getByRole('heading', { name: 'payment-service', level: 1 }),
    ).toBeVisible();
  });

  it('has the tabs that apply, and opens the one that the address names', async () => {
    show('payment-service', 'cost');
    expect(await screen.findByText('What it costs')).toBeVisible();
    const tabs = screen.getByRole('navigation', {
      name: 'Parts of payment-service',
    });
    expect(
      within(tabs)
        .getAllByRole('link')
        .map(link => [link.textContent, link.getAttribute('aria-current')]),
    ).toEqual([
      ['Overview', null],
      ['Cost', 'page'],
    ]);
    await waitFor(() =>
      expect(document.title).toMatch(/^Cost \| payment-service/),
    );
    await userEvent.click(within(tabs).getByRole('link', { name: 'Overview' }));
    expect(await screen.findByText('All at a glance')).toBeVisible();
  });

  it('begins anew at another entity, even at one that is known', async () => {
    const refunds = {
      ...service,
      metadata: { name: 'refund-service', namespace: 'default' },
    };
    renderEntity(
      <>
        <Link to="/catalog/default/component/payment-service">One</Link>
        <Link to="/catalog/default/component/refund-service">Two</Link>
        <Routes>
          <Route
            path="/catalog/default/component/:name/*"
            element={<AnyComponentPage />}
          />
        </Routes>
      </>,
      service,
      {
        others: [payments, refunds],
        address: '/catalog/default/component/refund-service',
      },
    );
    await screen.findByRole('heading', { name: 'refund-service' });
    await userEvent.click(screen.getByRole('link', { name: 'One' }));
    await screen.findByRole('heading', { name: 'payment-service' });
    await userEvent.type(screen.getByLabelText('Reason'), 'Too many errors');
    await userEvent.click(screen.getByRole('link', { name: 'Two' }));
    await screen.findByRole('heading', { name: 'refund-service' });
    expect(screen.getByLabelText('Reason')).toHaveValue('');
  });

  it('stars it', async () => {
    show('payment-service');
    await userEvent.click(await screen.findByRole('button', { name: 'Star' }));
    expect(
      await screen.findByRole('button', { name: 'Remove star' }),
    ).toBeVisible();
  });

  it('says what may be the reason where there is none, and where to look', async () => {
    show('paymnt-service');
    expect(
      await screen.findByText('No component called “paymnt-service”'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Search for “paymnt-service”' }),
    ).toHaveAttribute('href', '/search?query=paymnt-service');
  });

  it('leads back from a tab that it does not have', async () => {
    show('payment-service', 'costs');
    expect(
      await screen.findByRole('heading', { name: 'There is no tab “costs”' }),
    ).toBeVisible();
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(
      screen.getByRole('link', { name: 'Open the overview' }),
    ).toHaveAttribute('href', '/catalog/default/component/payment-service');
  });
});
