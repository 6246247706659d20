import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { renderAddon } from '../../__testUtils__/renderAddon';
import { SiteSearch } from './SiteSearch';

function Address() {
  const { pathname, search, hash } = useLocation();
  return <output aria-label="Address">{pathname + search + hash}</output>;
}

const query = jest.fn(async () => ({
  results: [
    {
      type: 'techdocs',
      document: {
        title: 'Refund a payment',
        text: 'How to refund',
        location: '/docs/default/component/payment-service/refund/#fees',
      },
      highlight: {
        preTag: '<1>',
        postTag: '</1>',
        fields: {
          title: '<1>Refund</1> a payment',
          text: 'How to <1>refund</1>',
        },
      },
    },
  ],
}));

it('searches the site while somebody types, and opens what they choose', async () => {
  const user = userEvent.setup();
  renderAddon(
    <>
      <SiteSearch />
      <Address />
    </>,
    { article: '<h1>Start</h1>', query },
  );
  await user.type(
    await screen.findByRole('searchbox', { name: 'Search this documentation' }),
    'refund',
  );
  await waitFor(() =>
    expect(query).toHaveBeenLastCalledWith(
      {
        term: 'refund',
        types: ['techdocs'],
        filters: {
          kind: 'component',
          namespace: 'default',
          name: 'payment-service',
        },
        pageLimit: 10,
      },
      { signal: expect.anything() },
    ),
  );
  const option = await screen.findByRole('option', {
    name: /Refund a payment/,
  });
  expect(
    [...option.querySelectorAll('mark')].map(mark => mark.textContent),
  ).toEqual(['Refund', 'refund']);
  await user.click(option);
  await waitFor(() =>
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/docs/refund/?h=refund#fees',
    ),
  );
});
