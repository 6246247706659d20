import { type ReactNode, useMemo, useState } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import { renderAddon } from '../../__testUtils__/renderAddon';
import { SiteHeader } from './SiteHeader';
import { SiteHeaderPlaceProvider } from './siteHeaderPlace';

const setPageShown = jest.fn();

/** Stands in for the frame of the reader. */
function Frame({ children }: { children: ReactNode }) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [isFilled, setFilled] = useState(false);
  const place = useMemo(
    () => ({
      element: element ?? undefined,
      setFilled,
      isPageShown: false,
      setPageShown,
    }),
    [element],
  );
  return (
    <SiteHeaderPlaceProvider value={place}>
      <div ref={setElement} role="banner" />
      {!isFilled && <p>No header yet</p>}
      {children}
    </SiteHeaderPlaceProvider>
  );
}

it('says in the frame whose documentation is read', async () => {
  renderAddon(
    <Frame>
      <SiteHeader />
    </Frame>,
    { article: '<h1>Refund a payment</h1>', path: 'guides/how-to-refund/' },
  );
  const header = await screen.findByRole('banner');
  expect(
    await within(header).findByRole('heading', {
      name: 'Payment Service',
      level: 1,
    }),
  ).toBeVisible();
  expect(screen.queryByText('No header yet')).toBeNull();
  const about = within(header).getByRole('list', { name: 'About' });
  expect(
    await within(about).findByRole('link', { name: 'payment-service' }),
  ).toHaveAttribute('href', '/catalog/default/component/payment-service');
  expect(
    await within(about).findByRole('link', { name: 'Payments' }),
  ).toHaveAttribute('href', '/catalog/default/group/team-payments');
  expect(about).toHaveTextContent('Lifecycle production');
  expect(setPageShown).toHaveBeenLastCalledWith(true);
  await waitFor(() =>
    expect(document.title).toMatch(
      /^Guides › How to refund \| Payment Service/,
    ),
  );
});

it('draws nothing on the tab of an entity, which has a header', async () => {
  renderAddon(<SiteHeader />, { article: '<h1>Start</h1>' });
  await screen.findByLabelText('Page');
  expect(screen.queryByRole('heading', { name: 'Payment Service' })).toBeNull();
});
