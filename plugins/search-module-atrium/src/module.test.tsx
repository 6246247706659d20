import { screen } from '@testing-library/react';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { coreApis } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { searchApiRef } from '@backstage/plugin-search-react';
import { paymentService } from './__testUtils__/searchResults';
import { searchPage } from './module';

it('takes the place of the stock page', async () => {
  const page = createExtensionTester(searchPage, {
    apis: [mockApis.translation()],
  });
  renderInTestApp(
    <TestQueryProvider>{page.reactElement()}</TestQueryProvider>,
    {
      initialRouteEntries: ['/?query=payment'],
      apis: [
        [searchApiRef, { query: async () => ({ results: [paymentService] }) }],
        [catalogApiRef, catalogApiMock()],
        [coreApis.icons, { icon: () => null, listIconKeys: () => [] }],
      ],
    },
  );
  const loading = { timeout: 20_000 };
  expect(
    await screen.findByRole('link', { name: 'payment-service' }, loading),
  ).toBeInTheDocument();
});
