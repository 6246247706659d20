import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EventTimeline, type TimelineRow } from '..';

const rows: TimelineRow[] = [
  {
    id: 'shop',
    title: 'Shop',
    marks: [
      { id: '2', at: '2026-11-20T10:00:00Z', shape: 'failed', label: '1.1' },
      { id: '1', at: '2026-11-06T00:00:00Z', shape: 'done', label: '1.0' },
    ],
    spans: [
      { id: 'i', from: '2026-11-20T11:00:00Z', label: 'Checkout is slow' },
    ],
  },
  {
    id: 'ledger',
    title: 'Ledger',
    marks: [
      { id: '1', at: '2026-11-02T10:00:00Z', shape: 'done', label: '7.0' },
      { id: '2', at: '2026-11-21T10:00:00Z', shape: 'undone', label: '6.9' },
    ],
    spans: [],
  },
];

function renderTimeline() {
  render(
    <EventTimeline
      title="In production"
      from="2026-11-01T00:00:00Z"
      to="2026-12-01T00:00:00Z"
      rows={rows}
      legend={{
        done: 'Deployed',
        failed: 'Failed',
        undone: 'Rolled back',
        span: 'Incident',
      }}
    />,
  );
}

describe('EventTimeline', () => {
  it('is one stop of the tab key, and the arrow keys lead through it', async () => {
    renderTimeline();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Show as table' })).toHaveFocus();
    await userEvent.tab();
    const visited: string[] = [];
    const note = () =>
      visited.push(document.activeElement?.getAttribute('aria-label') ?? '');
    note();
    for (const key of [
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowDown',
      'Home',
      'ArrowUp',
    ]) {
      await userEvent.keyboard(`{${key}}`);
      note();
    }
    expect(visited.map(label => label.split(',')[0])).toEqual([
      '1.0',
      '1.1',
      'Checkout is slow',
      // Nothing comes after it.
      'Checkout is slow',
      '6.9',
      '7.0',
      '1.0',
    ]);
    await userEvent.tab();
    expect(document.body).toHaveFocus();
  });

  it('says in words what is looked at', async () => {
    renderTimeline();
    await userEvent.hover(
      screen.getByRole('button', {
        name: /Checkout is slow, since 20 Nov 2026/,
      }),
    );
    expect(screen.getByRole('tooltip')).toHaveTextContent(
      /Checkout is slowsince 20 Nov 2026/,
    );
    const mark = screen.getByRole('button', { name: /^1\.0, / });
    // 5 of 30 days have gone.
    expect(mark).toHaveStyle({ left: `${(5 / 30) * 100}%` });
  });

  it('shows the same as a table, newest first', async () => {
    renderTimeline();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as table' }),
    );
    const table = screen.getByRole('table', { name: 'In production' });
    expect(
      [...table.querySelectorAll('tr')].map(row =>
        [...row.children].slice(0, 3).map(cell => cell.textContent),
      ),
    ).toEqual([
      ['Ledger', 'Rolled back', '6.9'],
      ['Shop', 'Incident', 'Checkout is slow'],
      ['Shop', 'Failed', '1.1'],
      ['Shop', 'Deployed', '1.0'],
      ['Ledger', 'Deployed', '7.0'],
    ]);
  });
});
