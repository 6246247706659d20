import { render, screen } from '@testing-library/react';
import { AppOpening } from './AppOpening';

it('shows the frame of the app until there is one', () => {
  const { rerender } = render(<AppOpening />);
  expect(screen.getByRole('progressbar', { name: 'Loading' })).toBeVisible();
  rerender(
    <AppOpening>
      <p>The app</p>
    </AppOpening>,
  );
  expect(screen.getByText('The app')).toBeVisible();
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
});
