import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MapSizeBar } from './MapSizeBar';

it('leads from a part to the whole and back by one button, which keeps the focus', async () => {
  const onShowAll = jest.fn();
  const onShowReadable = jest.fn();
  const toBar = (isCut: boolean) => (
    <MapSizeBar
      isCut={isCut}
      onShowAll={onShowAll}
      onShowReadable={onShowReadable}
    />
  );
  const { rerender } = render(toBar(true));
  expect(screen.getByText(/^Part of the map is out of sight/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(onShowAll).toHaveBeenCalledTimes(1);

  rerender(toBar(false));
  expect(screen.getByText(/^The whole map/)).toBeVisible();
  const back = screen.getByRole('button', { name: 'Readable size' });
  expect(back).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onShowReadable).toHaveBeenCalledTimes(1);
});
