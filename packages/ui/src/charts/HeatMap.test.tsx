import { render, screen, within } from '@testing-library/react';
import { HeatMap } from '..';

it('writes each figure, and leaves what was not measured without a colour', () => {
  render(
    <HeatMap
      title="SLIs by week"
      lineTitle="Objective"
      columns={['2 Nov', '9 Nov']}
      lines={[
        {
          id: 'a',
          title: 'Payments succeed',
          cells: [
            { text: '99.8%', tone: 'bad', label: '99.8%, missed' },
            { text: '–', label: 'Not measured' },
          ],
        },
      ]}
    />,
  );
  const map = screen.getByRole('region', { name: 'SLIs by week' });
  expect(
    within(map).getByRole('rowheader', { name: 'Payments succeed' }),
  ).toBeVisible();
  const [missed, missing] = within(map).getAllByRole('cell');
  expect(missed).toHaveTextContent('99.8%');
  expect(missed).toHaveAttribute('data-tone', 'bad');
  expect(missing).toHaveAttribute('title', 'Not measured');
  expect(missing).not.toHaveAttribute('data-tone');
});
