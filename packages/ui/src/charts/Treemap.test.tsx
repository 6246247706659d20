import { render, screen, within } from '@testing-library/react';
import { Treemap } from '..';

it('shows what a sum is made of, largest first, and leads to what has more', () => {
  const storage = {
    id: 's3',
    title: 'Storage',
    value: 30,
    text: '€30.00 · 25%',
    color: 'blue',
    href: '/cost?service=Storage',
  };
  render(
    <Treemap
      title="Cost by service"
      items={[
        storage,
        { ...storage, id: 'o', title: 'Other', value: 90, href: undefined },
        { ...storage, id: 'credit', value: -5 },
      ]}
    />,
  );
  const list = screen.getByRole('list', { name: 'Cost by service' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(({ title }) => title),
  ).toEqual(['Other: €30.00 · 25%', 'Storage: €30.00 · 25%']);
  expect(screen.getByRole('link')).toHaveAttribute(
    'href',
    '/cost?service=Storage',
  );
});
