import { act, render, screen } from '@testing-library/react';
import { useTableFit } from './useTableFit';

const OriginalObserver = global.ResizeObserver;
let resize: () => void = () => {};

/** What the browser would measure, in px. */
function lay(widths: { room: number; table: number; window?: number }) {
  const { room, table } = widths;
  window.innerWidth = widths.window ?? 1400;
  jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(room);
  jest
    .spyOn(Element.prototype, 'scrollWidth', 'get')
    .mockReturnValue(Math.max(room, table));
}

function Table() {
  const { place, hasRoom } = useTableFit();
  return <div ref={place}>{hasRoom ? 'table' : 'cards'}</div>;
}

beforeEach(() => {
  global.ResizeObserver = class {
    constructor(callback: ResizeObserverCallback) {
      resize = () => act(() => callback([], this));
    }
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});

afterEach(() => {
  jest.restoreAllMocks();
  global.ResizeObserver = OriginalObserver;
});

it('is a table where it has room, cards where it has none, and a table again', () => {
  lay({ room: 880, table: 880 });
  render(<Table />);
  expect(screen.getByText('table')).toBeVisible();

  lay({ room: 728, table: 880 });
  resize();
  expect(screen.getByText('cards')).toBeVisible();

  // Cards are as wide as their place: that says nothing of the table.
  lay({ room: 800, table: 800 });
  resize();
  expect(screen.getByText('cards')).toBeVisible();

  lay({ room: 879, table: 880 });
  resize();
  expect(screen.getByText('table')).toBeVisible();
});

it('is cards on a phone, however short the table', () => {
  lay({ room: 350, table: 330, window: 390 });
  render(<Table />);
  expect(screen.getByText('cards')).toBeVisible();
});
