import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findPageBody, renderAddon } from '../__testUtils__/renderAddon';
import { ReaderStyles } from './ReaderStyles';
import { ReadingWidthSetting } from './width/ReadingWidthSetting';

const replaceSync = jest.fn();

beforeEach(() => {
  localStorage.clear();
  // What browsers have and the test environment lacks.
  CSSStyleSheet.prototype.replaceSync = replaceSync;
  Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', {
    configurable: true,
    get() {
      this.sheets ??= [];
      return this.sheets;
    },
  });
});

it('dresses the page once, in the mode of the app', async () => {
  renderAddon(<ReaderStyles />, { article: '<h1>Runbook</h1>' });
  const root = (await findPageBody()).getRootNode() as ShadowRoot;
  await waitFor(() => expect(root.host).toHaveAttribute('data-mode', 'light'));
  act(() => {
    document.body.dataset.themeMode = 'dark';
  });
  await waitFor(() => expect(root.host).toHaveAttribute('data-mode', 'dark'));
  expect(root.adoptedStyleSheets).toHaveLength(1);
  expect(replaceSync).toHaveBeenCalledWith(
    expect.stringContaining('.atrium-diagram'),
  );
});

it('words the button that opens the branches of the navigation', async () => {
  renderAddon(<ReaderStyles />, { article: '<h1>Runbook</h1>' });
  const { host } = (await findPageBody()).getRootNode() as ShadowRoot;
  await waitFor(() =>
    expect(host).toHaveStyle({
      '--atrium-open-all': '"Open all"',
      '--atrium-close-all': '"Close all"',
    }),
  );
});

it('gives the whole page to the text, and remembers that', async () => {
  const user = userEvent.setup();
  renderAddon(
    <>
      <ReaderStyles />
      <ReadingWidthSetting />
    </>,
    { article: '<h1>Runbook</h1>' },
  );
  const { host } = (await findPageBody()).getRootNode() as ShadowRoot;
  await waitFor(() => expect(host).toHaveAttribute('data-width', 'text'));
  await user.click(screen.getByRole('radio', { name: 'Whole page' }));
  expect(host).toHaveAttribute('data-width', 'page');
  expect(Object.values({ ...localStorage })).toContain('page');
  await user.click(screen.getByRole('radio', { name: 'Short lines' }));
  expect(host).toHaveAttribute('data-width', 'text');
});
