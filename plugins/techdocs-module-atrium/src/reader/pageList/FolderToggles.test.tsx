import { fireEvent, waitFor, within } from '@testing-library/react';
import { findPageBody, renderAddon } from '../../__testUtils__/renderAddon';
import { pageStyles } from '../styles/pageStyles';
import { FolderToggles } from './FolderToggles';

// As sites have it: a folder, and one with a page of its own.
const sidebar = `<ul>
  <li class="md-nav__item md-nav__item--nested">
    <input class="md-nav__toggle md-toggle" type="checkbox" id="__nav_1">
    <label class="md-nav__link" for="__nav_1"><span class="md-ellipsis">Guides</span></label>
    <nav class="md-nav"><a class="md-nav__link" href="guides/fees/">Fees</a></nav>
  </li>
  <li class="md-nav__item md-nav__item--nested">
    <input class="md-nav__toggle md-toggle" type="checkbox" id="__nav_2" checked>
    <div class="md-nav__link md-nav__container"><a class="md-nav__link" href="rules/"><span class="md-ellipsis">Rules</span></a>
      <label class="md-nav__link" for="__nav_2"></label></div>
    <nav class="md-nav"><a class="md-nav__link" href="rules/limits/">Limits</a></nav>
  </li>
</ul>`;

it('makes folders controls that say whether they are open', async () => {
  renderAddon(<FolderToggles />, { article: '<h1>Refund</h1>', sidebar });
  const body = await findPageBody();
  const folder = (name: string) => within(body).getByRole('checkbox', { name });
  await waitFor(() =>
    expect(folder('Guides')).toHaveAttribute('aria-expanded', 'false'),
  );
  expect(folder('Rules')).toHaveAttribute('aria-expanded', 'true');

  fireEvent.click(within(body).getByText('Guides'));
  expect(folder('Guides')).toHaveAttribute('aria-expanded', 'true');
  fireEvent.click(folder('Guides'));
  expect(folder('Guides')).toHaveAttribute('aria-expanded', 'false');
});

it('lets everybody reach them, but not those of an open branch', () => {
  const style = document.createElement('style');
  // What sites bring, and what the reader adds.
  style.textContent = `.md-nav__toggle { display: none; } ${pageStyles}`;
  document.head.append(style);
  const list = document.createElement('div');
  list.innerHTML = sidebar;
  document.body.append(list);
  const [guides, rules] = list.querySelectorAll<HTMLElement>('input');
  expect(getComputedStyle(guides).display).toBe('block');
  // The branch that is read stays open, whatever is ticked.
  rules.parentElement?.classList.add('md-nav__item--active');
  expect(getComputedStyle(rules).display).toBe('none');
  style.remove();
  list.remove();
});
