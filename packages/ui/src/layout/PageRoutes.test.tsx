import { Route } from 'react-router-dom';
import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { PageRoutes } from './PageRoutes';

const pages = (
  <PageRoutes>
    <Route index element={<h1>All bills</h1>} />
    <Route path=":bill" element={<h1>One bill</h1>} />
  </PageRoutes>
);

it('shows what stands at an address', async () => {
  renderInTestApp(pages, { initialRouteEntries: ['/42'] });
  expect(await screen.findByText('One bill')).toBeVisible();
});

it('says so where there is nothing', async () => {
  renderInTestApp(pages, { initialRouteEntries: ['/42/charges'] });
  expect(await screen.findByText(/not found|couldn't find/i)).toBeVisible();
});
