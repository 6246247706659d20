import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TrendChart } from '..';
import { toTicksFromZero } from './toValueTicks';

it('shows the figures behind the chart as a table', async () => {
  render(
    <TrendChart
      title="Deployments per day"
      formatValue={value => value.toFixed(1)}
      points={[
        { label: '2 Nov', value: 1.25, note: '9 deployments' },
        { label: '9 Nov', value: undefined },
      ]}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
  const table = screen.getByRole('table', { name: 'Deployments per day' });
  expect(table).toHaveTextContent('2 Nov1.39 deployments');
  expect(table).toHaveTextContent('9 NovNot measured');
});

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];

it.each([
  [0.25, {}, [0, 0.1, 0.2, 0.3]],
  [2.5, {}, [0, 1, 2, 3]],
  [0, {}, [0, 1]],
  [
    7 * MINUTE,
    { isDuration: true },
    [0, 2 * MINUTE, 4 * MINUTE, 6 * MINUTE, 8 * MINUTE],
  ],
  [
    1.7 * HOUR,
    { isDuration: true },
    [0, 0.5 * HOUR, HOUR, 1.5 * HOUR, 2 * HOUR],
  ],
  [1.9 * DAY, { isDuration: true }, [0, 0.5 * DAY, DAY, 1.5 * DAY, 2 * DAY]],
  // Months: there is no step of the calendar that long.
  [200 * DAY, { isDuration: true }, [0, 5e6, 1e7, 1.5e7, 2e7]],
])('marks an axis up to %s with %j at round values', (high, options, ticks) => {
  expect(toTicksFromZero(high, options)).toEqual(ticks);
});
