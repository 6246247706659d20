import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SeriesChart } from '..';
import { SeriesPlot } from './SeriesPlot';
import { toTimeTicks } from './toTimeTicks';
import { toValueTicks } from './toValueTicks';

const at = (hour: number) =>
  new Date(Date.UTC(2026, 10, 25, hour)).toISOString();

const chart = {
  title: 'SLI against target',
  from: at(0),
  to: at(6),
  points: [
    { at: at(0), value: 0.999, note: '999 of 1,000 events' },
    { at: at(1), value: 0.998 },
    { at: at(2), value: undefined },
    { at: at(3), value: 0.5 },
    { at: at(4), value: undefined },
    { at: at(5), value: 1 },
  ],
  domain: [0, 1] as [number, number],
  level: { value: 0.99, label: 'target 99%' },
  marks: [
    { id: 'd', at: at(3), shape: 'done' as const, label: '4.12.3 deployed' },
  ],
  bands: [
    {
      id: 'g',
      kind: 'missing' as const,
      from: at(2),
      to: at(3),
      label: 'Not measured',
    },
    { id: 'i', kind: 'trouble' as const, from: at(3), label: 'Incident' },
  ],
  legend: { done: 'Deployed', missing: 'Not measured', undone: 'Rolled back' },
  formatValue: (value: number) => `${value * 100}%`,
};

it('says what the signs mean and shows the steps as a table', async () => {
  render(<SeriesChart {...chart} />);
  expect(
    screen.getAllByRole('listitem').map(({ textContent }) => textContent),
  ).toEqual(['Deployed', 'Not measured']);
  await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
  const rows = screen.getAllByRole('row').map(row => row.textContent);
  expect(rows).toHaveLength(8);
  expect(rows.filter(row => row?.includes('Not measured'))).toHaveLength(2);
  expect(rows.at(-1)).toContain('99.9%999 of 1,000 events');
  expect(rows.some(row => row?.includes('Incidentongoing'))).toBe(true);
});

it('draws gaps as gaps, and a step between two of them as a point', () => {
  const { container } = render(
    <SeriesPlot {...chart} formatTick={chart.formatValue} height={200} />,
  );
  const path = container.querySelector('.recharts-line-curve');
  // Three stretches: two steps, one step, one step.
  expect(path?.getAttribute('d')?.match(/M/g)).toHaveLength(3);
  expect(container.querySelectorAll('circle[r="2"]')).toHaveLength(2);
});

it('marks an axis at whole hours or days, seven of them at most', () => {
  const hourMs = 3_600_000;
  const start = new Date(2026, 10, 25, 0, 20).getTime();
  const hours = toTimeTicks(start, start + 6 * hourMs);
  expect(hours.ticks.map(hours.format)).toEqual([
    '01:00',
    '02:00',
    '03:00',
    '04:00',
    '05:00',
    '06:00',
  ]);
  const days = toTimeTicks(start, start + 28 * 24 * hourMs);
  expect(days.ticks.length).toBeLessThanOrEqual(7);
  expect(days.format(new Date(2026, 10, 26).getTime())).toBe('26 Nov');
});

it('marks whole days and hours also where clocks change, in any time zone', () => {
  for (let day = 1; day < 365; day += 6) {
    const week = [0, 1, 2, 3, 4, 5, 6].map(offset =>
      new Date(2026, 0, day + offset).getTime(),
    );
    expect(toTimeTicks(week[0], week[6]).ticks).toEqual(week.slice(0, 6));
  }
  for (let day = 1; day < 365; day += 1) {
    const start = new Date(2026, 0, day).getTime();
    const hours = toTimeTicks(start, start + 36 * 3_600_000).ticks.map(tick =>
      new Date(tick).getHours(),
    );
    expect([...new Set(hours)]).toEqual([0, 6, 12, 18]);
  }
});

it.each([
  [0, 1, [0, 0.25, 0.5, 0.75, 1]],
  [-0.43, 1, [-0.5, 0, 0.5, 1]],
  [0.9967, 1, [0.996, 0.997, 0.998, 0.999, 1]],
  [-9, 1, [-9, -6.5, -4, -1.5, 1]],
])('marks values from %s to %s at round numbers', (low, high, ticks) => {
  expect(toValueTicks([low, high])).toEqual(ticks);
});
