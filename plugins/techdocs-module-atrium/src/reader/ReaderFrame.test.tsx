import { useState } from 'react';
import { Route, Routes } from 'react-router-dom';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  ReaderFailures,
  readerFailuresApiRef,
} from './failures/ReaderFailures';
import { ReaderFrame } from './ReaderFrame';

const mounted = jest.fn();

/** Stands in for the stock reader. */
function Reader() {
  mounted();
  return <p>Runbook</p>;
}

/** The same where it gets no cookie the first time: its panel of errors. */
function RefusedReader() {
  const [isRefused] = useState(() => mounted.mock.calls.length === 0);
  mounted();
  return isRefused ? (
    <div role="alert">
      <div aria-expanded="false">Error: Request failed with 500</div>
    </div>
  ) : (
    <p>Runbook</p>
  );
}

beforeEach(() => mounted.mockClear());

async function renderFrame(variant: 'page' | 'tab' = 'page') {
  const failures = new ReaderFailures();
  renderInTestApp(
    <Routes>
      <Route
        path="/docs/:namespace/:kind/:name"
        element={
          <ReaderFrame variant={variant}>
            <Reader />
          </ReaderFrame>
        }
      />
    </Routes>,
    {
      apis: [[readerFailuresApiRef, failures]],
      initialRouteEntries: ['/docs/default/component/ledger'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  await screen.findByText('Runbook');
  const fail = (error: Error) => () => Promise.reject(error);
  return {
    failPage: (statusCode: number, message: string) =>
      act(async () => {
        const error = Object.assign(new Error(message), { statusCode });
        await failures.watchPage(fail(error)).catch(() => {});
      }),
    failBuild: (message: string, statusCode?: number) =>
      act(async () => {
        await failures
          .watchBuild(async log => {
            log('\u001b[32minfo\u001b[39m: Step 1 of 3');
            throw Object.assign(new Error(message), { statusCode });
          })
          .catch(() => {});
      }),
    buildWell: () => act(() => failures.watchBuild(async () => {})),
  };
}

it.each(['page', 'tab'] as const)(
  'shows the %s alone as long as nothing fails',
  async variant => {
    await renderFrame(variant);
    expect(screen.getByText('Runbook')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  },
);

it.each(['page', 'tab'] as const)(
  'says above the %s why the newest version is not there',
  async variant => {
    const { failBuild, buildWell } = await renderFrame(variant);
    await failBuild(
      "Could not build the documentation; caused by InputError: 'mkdocs.yml' must be a map of settings",
    );
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent(
      'The newest version of this documentation could not be built',
    );
    expect(alert).toHaveTextContent(/You are reading the last version/);
    expect(alert).toHaveTextContent(/Its owners have to correct/);
    expect(alert).toHaveTextContent("'mkdocs.yml' must be a map of settings");
    expect(screen.getByText('info: Step 1 of 3')).toBeInTheDocument();
    expect(screen.getByText('Runbook')).toBeVisible();
    await buildWell();
    expect(screen.queryByRole('alert')).toBeNull();
  },
);

it('stands in for a page that was never built', async () => {
  const { failBuild, failPage } = await renderFrame();
  await failPage(404, 'Not found');
  // The stock reader says itself that there is no such page.
  expect(screen.getByText('Runbook')).toBeVisible();
  await failBuild('The git host does not answer');
  const alert = screen.getByRole('alert');
  expect(alert).toHaveTextContent('This documentation could not be built');
  expect(alert).toHaveTextContent(/It is tried again in a few minutes/);
  expect(
    within(screen.getByRole('heading', { level: 1 })).getByRole('link', {
      name: 'ledger',
    }),
  ).toHaveAttribute('href', '/catalog/default/component/ledger');
  expect(screen.getByText('Runbook')).not.toBeVisible();
});

it('stands in for the error of the stock reader, and starts it again', async () => {
  renderInTestApp(
    <ReaderFrame variant="tab">
      <RefusedReader />
    </ReaderFrame>,
    { apis: [[readerFailuresApiRef, new ReaderFailures()]] },
  );
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('This page could not be loaded');
  expect(screen.getByText(/Request failed with 500/)).not.toBeVisible();
  await userEvent.click(
    within(alert).getByRole('button', { name: 'Try again' }),
  );
  expect(await screen.findByText('Runbook')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says of no build that it failed where there is nothing to build', async () => {
  const { failPage, failBuild } = await renderFrame();
  await failPage(404, 'Not found');
  await failBuild('Request failed with 404 Not Found', 404);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByText('Runbook')).toBeVisible();
});

it('stands in for a page that could not be loaded, and loads it again', async () => {
  const user = userEvent.setup();
  const { failPage } = await renderFrame();
  await failPage(500, 'The store of pages is away');
  expect(screen.getByRole('alert')).toHaveTextContent(
    'The store of pages is away',
  );
  expect(screen.getByText(/The page is still in its repository/)).toBeVisible();
  expect(screen.getByText('Runbook')).not.toBeVisible();
  mounted.mockClear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(mounted).toHaveBeenCalled();
});

it('shows the shape of a page until there is one, or why there is none', async () => {
  const { failPage } = await renderFrame();
  expect(screen.getByRole('status', { name: 'Loading' })).toBeInTheDocument();
  await failPage(500, 'The store of pages is away');
  expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull();
});

it('offers no second try to somebody who may not', async () => {
  const { failPage } = await renderFrame();
  await failPage(403, 'Only Payments can see this');
  expect(screen.getByRole('alert')).toHaveTextContent(
    'You do not have access to thisOnly Payments can see this',
  );
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByText(/still in its repository/)).toBeNull();
});
