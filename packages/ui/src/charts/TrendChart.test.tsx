import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TrendChart } from '..';

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
