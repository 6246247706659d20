import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { z } from 'zod';
import { useAppLocation, useAppNavigate } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { useAddressChoice, useAddressState, useTableSort } from '..';
import { readAddress, writeAddress } from './useAddressState';

const schema = z.object({
  q: z.string().default(''),
  owner: z.array(z.string()).default([]),
  state: z.enum(['met', 'missed']).optional(),
  mine: z.stringbool().default(false),
  page: z.coerce.number().int().min(1).default(1),
});

const usual = { q: '', owner: [], state: undefined, mine: false, page: 1 };

describe('an address', () => {
  it('is read and written by the fields of a schema', () => {
    const address =
      'q=pay&owner=group%3Adefault%2Fa&owner=user%3Adefault%2Fb&state=missed&mine=true&page=3';
    const state = readAddress(schema, new URLSearchParams(address));
    expect(state).toEqual({
      q: 'pay',
      owner: ['group:default/a', 'user:default/b'],
      state: 'missed',
      mine: true,
      page: 3,
    });
    expect(String(writeAddress(schema, new URLSearchParams(), state))).toBe(
      address,
    );
  });

  it.each(['', 'state=lost&mine=perhaps&page=-1', 'page=x&q='])(
    '%j means what is usual, which is not written',
    address => {
      const params = new URLSearchParams(address);
      expect(readAddress(schema, params)).toEqual(usual);
      expect(String(writeAddress(schema, params, usual))).toBe('');
    },
  );

  it('keeps the parameters of others', () => {
    const params = new URLSearchParams('days=7&q=a&page=2');
    expect(
      String(writeAddress(schema, params, { q: undefined, owner: ['x'] })),
    ).toBe('days=7&page=2&owner=x');
  });
});

const VIEWS = [
  { id: 'now', title: 'Now' },
  { id: 'weeks', title: 'Week by week' },
];

function Page() {
  const { pathname, search } = useAppLocation();
  const [state, change] = useAddressState(schema);
  const [view, choose] = useAddressChoice('view', VIEWS);
  const { sort, setSort } = useTableSort();
  const navigate = useAppNavigate();
  return (
    <>
      <output>{pathname + search}</output>
      <p>{`${view.title}, ${state.state}, page ${state.page}`}</p>
      <p>{sort ? `${sort.columnId} ${sort.isDescending}` : 'unsorted'}</p>
      <button onClick={() => change({ state: 'met' })}>Met</button>
      <button onClick={() => change({ page: 2 }, { isNewEntry: true })}>
        Next
      </button>
      <button onClick={() => navigate(-1)}>Back</button>
      <button onClick={() => choose('weeks')}>Weeks</button>
      <button
        onClick={() => setSort({ columnId: 'at-risk', isDescending: true })}
      >
        Sort
      </button>
      <button onClick={() => setSort(undefined)}>Unsort</button>
    </>
  );
}

const click = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

it('keeps filters, view and sort in the address of the page', async () => {
  renderInTestApp(<Page />, {
    initialRouteEntries: ['/?state=lost&view=gone&other=1&sort=name'],
  });
  expect(await screen.findByText('Now, undefined, page 1')).toBeVisible();
  expect(screen.getByText('name false')).toBeVisible();
  await click('Met');
  await click('Weeks');
  await click('Sort');
  expect(screen.getByText('Week by week, met, page 1')).toBeVisible();
  expect(screen.getByText('at-risk true')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent(
    '/?view=weeks&other=1&state=met&sort=-at-risk',
  );
  await click('Unsort');
  await click('Next');
  expect(screen.getByText('unsorted')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent(
    '/?view=weeks&other=1&state=met&page=2',
  );
  await click('Back');
  expect(await screen.findByText('Week by week, met, page 1')).toBeVisible();
});
