import { screen } from '@testing-library/react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { FirstPage } from '@atrium/plugin-techdocs-common';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { docsReaderApiRef } from '../api/DocsReaderApi';
import { StartDocsLink } from './StartDocsLink';

const entityRef = 'api:default/ledger-api';

function renderLink(pages: FirstPage[], isAllowed = true) {
  const listFirstPages = jest.fn(async () => pages);
  renderInTestApp(
    <TestQueryProvider>
      <StartDocsLink entityRef={entityRef} />
    </TestQueryProvider>,
    {
      apis: [
        [docsReaderApiRef, { listFirstPages }],
        mockApis.permission({
          authorize: isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        }),
      ],
    },
  );
  return listFirstPages;
}

it('leads those who may to the first page', async () => {
  renderLink([{ entityRef, repository: 'acme/ledger', isTaken: true }]);
  expect(
    await screen.findByRole('link', { name: 'Write the first page' }),
  ).toHaveAttribute('href', '/docs/edit?entity=api%3Adefault%2Fledger-api');
});

it.each([
  [
    { entityRef, repository: 'acme/org', isTaken: false },
    /^It is defined in acme\/org, which you cannot write to\./,
  ],
  [
    { entityRef, isTaken: false },
    'It is in no repository that the portal can write to.',
  ],
])('says why nothing can be handed over: %j', async (page, words) => {
  renderLink([page]);
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.queryByRole('link')).toBeNull();
});

it('asks no repository for those who do not own it', async () => {
  const listFirstPages = renderLink([], false);
  expect(
    await screen.findByText('Its owners can write it here.'),
  ).toBeVisible();
  expect(listFirstPages).not.toHaveBeenCalled();
});
