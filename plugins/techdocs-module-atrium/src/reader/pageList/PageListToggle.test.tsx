import { fireEvent, waitFor } from '@testing-library/react';
import { findPageBody, renderAddon } from '../../__testUtils__/renderAddon';
import { PageListToggle } from './PageListToggle';

const sidebar = `<input type="checkbox" data-md-toggle="drawer">
  <div class="md-sidebar md-sidebar--primary"><nav>
    <a class="md-nav__link" href="../fees">Fees</a>
  </nav></div>`;
const article = `<label id="toggle-sidebar" title="Toggle Sidebar"></label>
  <h1>Refund</h1>`;

it('names what opens the list of pages, and closes it by Escape', async () => {
  renderAddon(<PageListToggle />, { article, sidebar });
  const body = await findPageBody();
  const find = <T extends HTMLElement>(selector: string) =>
    body.querySelector<T>(selector) ?? body;
  const toggle = find<HTMLInputElement>('input') as HTMLInputElement;

  await waitFor(() => expect(toggle).toHaveAccessibleName('Pages'));
  expect(find('#toggle-sidebar')).toHaveAttribute('title', 'Pages');

  toggle.checked = true;
  fireEvent.keyDown(find('.md-nav__link'), { key: 'ArrowDown' });
  expect(toggle).toBeChecked();
  fireEvent.keyDown(find('.md-nav__link'), { key: 'Escape' });
  expect(toggle).not.toBeChecked();
});
