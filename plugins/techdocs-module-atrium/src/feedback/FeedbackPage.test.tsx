import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityPresentationApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { type DocsReaderApi, docsReaderApiRef } from '../api/DocsReaderApi';
import { siteRouteRef } from '../docsRoutes';
import { FeedbackPage } from './FeedbackPage';

const entityRef = 'component:default/shop';
const lastAnsweredAt = '2026-11-20T08:00:00.000Z';

const pages = [
  {
    path: 'guides/refund/',
    helpfulCount: 1,
    notHelpfulCount: 3,
    commentCount: 2,
    lastAnsweredAt,
  },
  {
    path: '',
    helpfulCount: 4,
    notHelpfulCount: 0,
    commentCount: 0,
    lastAnsweredAt,
  },
];

const comment = (id: string, text: string) => ({
  id,
  path: 'guides/refund/',
  isHelpful: false,
  comment: text,
  authorRef: 'user:default/priya',
  answeredAt: lastAnsweredAt,
});

function renderFeedback(reader: Partial<DocsReaderApi>) {
  renderInTestApp(
    <TestQueryProvider>
      <FeedbackPage />
    </TestQueryProvider>,
    {
      initialRouteEntries: [`/docs/feedback?entity=${entityRef}`],
      mountedRoutes: {
        '/docs/:namespace/:kind/:name': siteRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [docsReaderApiRef, reader],
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Component',
                metadata: { name: 'shop', namespace: 'default', title: 'Shop' },
              },
            ],
          }),
        ],
        [
          entityPresentationApiRef,
          {
            forEntity: () => {
              const snapshot = { entityRef: '', primaryTitle: 'Priya' };
              return { snapshot, promise: Promise.resolve(snapshot) };
            },
          },
        ],
      ],
    },
  );
}

it('shows what readers think by page, and what they said', async () => {
  const user = userEvent.setup();
  renderFeedback({
    listFeedback: async () => ({ items: pages, totalItems: 2 }),
    listComments: async (_, cursor) =>
      cursor
        ? { items: [comment('2', 'Which fees?')], totalItems: 2 }
        : {
            items: [comment('1', 'No fees.')],
            totalItems: 2,
            nextCursor: 'next',
          },
  });
  const table = await screen.findByRole('table');
  const rows = within(table).getAllByRole('row').slice(1);
  expect(
    rows.map(row =>
      within(row)
        .getAllByRole('cell')
        .slice(0, 5)
        .map(cell => cell.textContent),
    ),
  ).toEqual([
    ['guides/refund', '1', '3', '25%', '2'],
    ['Start page', '4', '0', '100%', '0'],
  ]);
  expect(await screen.findByText('No fees.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByText('Which fees?')).toBeVisible();
});

it('says what would be here while nobody has answered', async () => {
  renderFeedback({ listFeedback: async () => ({ items: [], totalItems: 0 }) });
  expect(await screen.findByText('No feedback yet')).toBeVisible();
});
