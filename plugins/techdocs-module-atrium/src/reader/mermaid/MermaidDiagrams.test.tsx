import { act, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  findPageBody,
  renderAddon,
  settle,
} from '../../__testUtils__/renderAddon';
import { loadMermaid } from './loadMermaid';
import { MermaidDiagrams } from './MermaidDiagrams';

jest.mock('./loadMermaid', () => ({ loadMermaid: jest.fn() }));

const initialize = jest.fn();
const render = jest.fn();

beforeEach(() => {
  jest.resetAllMocks();
  document.body.dataset.themeMode = 'light';
  (loadMermaid as jest.Mock).mockResolvedValue({ initialize, render });
  render.mockImplementation(async (_id: string, source: string) => ({
    svg: `<svg viewBox="0 0 400 200"><text>${source.trim()}</text></svg>`,
  }));
});

const diagram = (source: string) =>
  `<pre class="mermaid"><div>copy</div><code>${source}</code></pre>`;

it('draws every diagram and names it after the heading above', async () => {
  renderAddon(<MermaidDiagrams />, {
    article: `<h1>Payments</h1>${diagram('graph A')}<h2>States</h2>${diagram(
      'graph B',
    )}<h2>Later</h2>`,
  });
  const body = await findPageBody();
  const first = await within(body).findByLabelText('Diagram: Payments');
  const second = await within(body).findByLabelText('Diagram: States');
  expect(first).toHaveTextContent('graph A');
  expect(second).toHaveTextContent('graph B');
  for (const code of body.querySelectorAll('pre')) {
    expect(code).toHaveAttribute('hidden');
  }
});

it('does not load the library for a page without a diagram', async () => {
  renderAddon(<MermaidDiagrams />, {
    article: '<h1>Payments</h1><pre><code>graph A</code></pre>',
  });
  await within(await findPageBody()).findByText('graph A');
  await settle();
  expect(loadMermaid).not.toHaveBeenCalled();
});

it('lets no diagram weaken the settings', async () => {
  renderAddon(<MermaidDiagrams />, { article: diagram('graph strict') });
  await waitFor(() => expect(initialize).toHaveBeenCalled());
  expect(initialize).toHaveBeenCalledWith(
    expect.objectContaining({
      securityLevel: 'strict',
      secure: expect.arrayContaining(['secure', 'securityLevel', 'themeCSS']),
    }),
  );
});

it('draws anew when the app turns dark', async () => {
  renderAddon(<MermaidDiagrams />, { article: diagram('graph mode') });
  await within(await findPageBody()).findByLabelText('Diagram');
  act(() => {
    document.body.dataset.themeMode = 'dark';
  });
  await waitFor(() => expect(render).toHaveBeenCalledTimes(2));
  const isDark = initialize.mock.calls.map(
    ([config]) => config.themeVariables.darkMode,
  );
  expect(isDark).toEqual([false, true]);
});

it('shows why a diagram cannot be drawn, and its source', async () => {
  render.mockRejectedValueOnce(new Error('Parse error on line 2'));
  renderAddon(<MermaidDiagrams />, {
    article: diagram('graph broken') + diagram('graph fine'),
  });
  const body = await findPageBody();
  const note = await within(body).findByRole('note');
  expect(note).toHaveTextContent('Parse error on line 2');
  await within(body).findByLabelText('Diagram');
  const [broken, fine] = body.querySelectorAll('pre');
  expect(broken).not.toHaveAttribute('hidden');
  expect(fine).toHaveAttribute('hidden');
});

it('enlarges a diagram and closes it again', async () => {
  const showModal = jest.fn();
  HTMLDialogElement.prototype.showModal = showModal;
  HTMLDialogElement.prototype.close = function close() {
    this.dispatchEvent(new Event('close'));
  };
  const user = userEvent.setup();
  renderAddon(<MermaidDiagrams />, { article: diagram('graph large') });
  const body = await findPageBody();
  await user.click(
    await within(body).findByRole('button', { name: 'Enlarge' }),
  );
  expect(showModal).toHaveBeenCalled();
  expect(body.querySelector('dialog svg')).toHaveStyle({ width: '800px' });
  await user.click(
    within(body).getByRole('button', { name: 'Close', hidden: true }),
  );
  expect(body.querySelector('dialog')).toBeNull();
});
