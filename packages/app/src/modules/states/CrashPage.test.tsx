import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { quickSearchApiRef } from '@atrium/plugin-search-module-atrium';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { CrashPage } from './CrashPage';
import { NotFoundPage } from './NotFoundPage';

const resetError = jest.fn();

function crash(error: Error) {
  renderInTestApp(<CrashPage error={error} resetError={resetError} />);
}

it('says what is safe, tries again and hands the details on', async () => {
  const user = userEvent.setup();
  const writeText = jest.spyOn(navigator.clipboard, 'writeText');
  crash(new Error('entries is not iterable'));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /everything you saved is kept/,
  );
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(resetError).toHaveBeenCalledTimes(1);
  await user.click(screen.getByRole('button', { name: 'Copy details' }));
  expect(
    await screen.findByRole('button', { name: 'Details copied' }),
  ).toBeVisible();
  const [details] = writeText.mock.calls[0];
  expect(details).toContain('Error: Error: entries is not iterable');
  expect(details).toContain('Page: http://localhost/');
  expect(screen.getByRole('link', { name: /home page/ })).toHaveAttribute(
    'href',
    '/',
  );
});

it('is no second first heading where a part of a page failed', async () => {
  renderInTestApp(
    <>
      <h1>payment-service</h1>
      <CrashPage error={new Error('broken')} resetError={resetError} />
    </>,
  );
  expect(
    await screen.findByRole('heading', {
      level: 2,
      name: 'This part of Atrium has failed',
    }),
  ).toBeVisible();
});

it('offers no second try to somebody who may not', async () => {
  crash(
    Object.assign(new Error('Only Payments can see this; ask #payments'), {
      name: 'NotAllowedError',
    }),
  );
  expect(
    await screen.findByRole('heading', {
      name: 'You do not have access to this',
    }),
  ).toBeVisible();
  expect(
    screen.getByText('Only Payments can see this; ask #payments'),
  ).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('names the address that leads nowhere, and opens the search', async () => {
  const open = jest.fn();
  renderInTestApp(<NotFoundPage />, {
    initialRouteEntries: ['/nowhere'],
    apis: [
      [
        quickSearchApiRef,
        {
          open,
          close: () => {},
          isOpen: () => false,
          subscribe: () => () => {},
        },
      ],
    ],
  });
  expect(await screen.findByText('/nowhere')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Search' }));
  expect(open).toHaveBeenCalledTimes(1);
});
