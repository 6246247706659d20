import { quickSearchApiRef } from '@atrium/plugin-search-module-atrium';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { PageFrame } from './PageFrame';

const tabs = [
  { id: 'objectives', label: 'Objectives', href: '/slos/objectives' },
  { id: 'agreements', label: 'Agreements', href: '/slos/agreements' },
];

const show = (address: string) =>
  renderInTestApp(
    <PageFrame title="SLOs" titleLink="/slos" tabs={tabs}>
      <p>What the tab shows</p>
    </PageFrame>,
    {
      initialRouteEntries: [address],
      config: { app: { title: 'Atrium' } },
      apis: [
        [
          quickSearchApiRef,
          {
            open: () => {},
            close: () => {},
            isOpen: () => false,
            subscribe: () => () => {},
          },
        ],
      ],
    },
  );

it.each(['/slos', '/slos/', '/slos/agreements', '/slos/agreements/1/2026-11'])(
  'shows the page at %s',
  async address => {
    show(address);
    expect(await screen.findByText('What the tab shows')).toBeVisible();
    expect(screen.queryByText(/There is no page/)).not.toBeInTheDocument();
  },
);

it.each(['/slos/nowhere', '/slos/agreements-of-old'])(
  'says below its header that there is no page at %s',
  async address => {
    show(address);
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: 'There is no page at this address',
      }),
    ).toBeVisible();
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(screen.queryByText('What the tab shows')).not.toBeInTheDocument();
  },
);

it.each([
  ['/slos', 'SLOs | Atrium'],
  ['/slos/objectives', 'SLOs | Atrium'],
  ['/slos/agreements/1', 'Agreements | SLOs | Atrium'],
])('names %s in the tab of the browser', async (address, title) => {
  show(address);
  await screen.findByText('What the tab shows');
  expect(document.title).toBe(title);
});
