import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Treemap } from '..';

it('shows what a sum is made of, largest first, and goes into what has more', async () => {
  const onOpen = jest.fn();
  const storage = {
    id: 's3',
    title: 'Storage',
    value: 30,
    text: '€30.00 · 25%',
    color: 'blue',
  };
  const other = { ...storage, id: 'other', title: 'Other', value: 90 };
  render(
    <Treemap
      title="Cost by service"
      items={[storage, other, { ...storage, id: 'credit', value: -5 }]}
      onOpen={onOpen}
      canOpen={({ id }) => id !== 'other'}
    />,
  );
  const list = screen.getByRole('list', { name: 'Cost by service' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(({ title }) => title),
  ).toEqual(['Other: €30.00 · 25%', 'Storage: €30.00 · 25%']);
  await userEvent.click(screen.getByRole('button', { name: /Storage/ }));
  expect(onOpen).toHaveBeenCalledWith(storage);
  expect(screen.getAllByRole('button')).toHaveLength(1);
});
