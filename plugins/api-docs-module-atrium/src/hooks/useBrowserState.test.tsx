import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useAppLocation } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { BrowserState } from '../browser/BrowserState';
import { useBrowserState } from './useBrowserState';

const start: BrowserState = {
  q: '',
  mine: false,
  type: [],
  system: [],
  owner: [],
  lifecycle: [],
  provider: [],
  page: 1,
};

function renderAt(address: string, part: Partial<BrowserState> = {}) {
  const shown: { state?: BrowserState; search?: string } = {};
  function Page() {
    const [state, change] = useBrowserState();
    shown.state = state;
    shown.search = useAppLocation().search;
    return <button onClick={() => change(part)}>Change</button>;
  }
  renderInTestApp(<Page />, { initialRouteEntries: [`/?${address}`] });
  return shown;
}

const change = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Change' }));

describe('the state of the page', () => {
  it('is all in the address, and another view begins with its first page', async () => {
    const shown = renderAt(
      'q=pay&mine=true&type=grpc&type=openapi&owner=group%3Adefault%2Fteam-payments&sort=-consumers&page=3',
      { lifecycle: ['production'] },
    );
    await screen.findByRole('button');
    expect(shown.state).toEqual({
      ...start,
      q: 'pay',
      mine: true,
      type: ['grpc', 'openapi'],
      owner: ['group:default/team-payments'],
      sort: { column: 'consumers', direction: 'descending' },
      page: 3,
    });
    await change();
    expect(shown.search).toBe(
      '?q=pay&mine=true&type=grpc&type=openapi&owner=group%3Adefault%2Fteam-payments&sort=-consumers&lifecycle=production',
    );
  });

  it('takes a sort and turns pages', async () => {
    const shown = renderAt('', {
      sort: { column: 'name', direction: 'ascending' },
      page: 2,
    });
    await change();
    expect(shown.search).toBe('?page=2&sort=name');
  });

  it.each(['', 'sort=secret&page=-1', 'page=x'])(
    '%j is the start',
    async address => {
      const shown = renderAt(address);
      await screen.findByRole('button');
      expect(shown.state).toEqual(start);
    },
  );
});
