import { render, screen } from '@testing-library/react';
import { ViewChoice } from './ViewChoice';

const views = [
  { id: 'map', title: 'Map' },
  { id: 'list', title: 'List' },
  { id: 'path', title: 'Path' },
];

beforeEach(() => {
  // Each is 100 wide, and there is room for one and a half.
  jest
    .spyOn(Element.prototype, 'getBoundingClientRect')
    .mockImplementation(function rectOf(this: Element) {
      const group = screen.getByRole('radiogroup');
      const place = screen.queryAllByRole('radio').indexOf(this as HTMLElement);
      return this === group
        ? new DOMRect(0, 0, 150, 32)
        : new DOMRect(place * 100 - group.scrollLeft, 0, 100, 32);
    });
});

it('has what is chosen in sight where there is no room for all', () => {
  const { rerender } = render(
    <ViewChoice views={views} chosen="path" onChoose={() => {}} />,
  );
  // The third ends at 300.
  expect(screen.getByRole('radiogroup').scrollLeft).toBe(150);
  rerender(<ViewChoice views={views} chosen="map" onChoose={() => {}} />);
  expect(screen.getByRole('radiogroup').scrollLeft).toBe(0);
});
