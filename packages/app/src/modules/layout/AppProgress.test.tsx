import { render, screen } from '@testing-library/react';
import { type LoadingPlace, LoadingPlaceContext } from '@atrium/ui';
import { AppProgress } from './AppProgress';

function show(place: LoadingPlace) {
  render(
    <LoadingPlaceContext.Provider value={place}>
      <AppProgress />
    </LoadingPlaceContext.Provider>,
  );
}

it.each(['frame', 'header', 'tabs'] as const)(
  'shows what loads alone where the %s is there',
  place => {
    show(place);
    expect(
      screen.getByRole('progressbar', { name: 'Loading' }),
    ).toBeInTheDocument();
  },
);

it('shows no card that may have nothing to say, and no second frame', () => {
  show('page');
  show('app');
  expect(screen.queryByRole('progressbar')).toBeNull();
});
