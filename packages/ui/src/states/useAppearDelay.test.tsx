import { render, screen } from '@testing-library/react';
import { useAppearDelay } from './useAppearDelay';

let now = 0;

beforeEach(() => {
  jest.spyOn(performance, 'now').mockImplementation(() => now);
});

function Skeleton() {
  return <p style={useAppearDelay(250)}>Loading</p>;
}

function showAt(time: number) {
  now = time;
  const { unmount } = render(<Skeleton />);
  const { animationDelay } = screen.getByText('Loading').style;
  return {
    animationDelay,
    leaveAt(end: number) {
      now = end;
      unmount();
    },
  };
}

it('has people wait once for a page, however many steps its loading takes', () => {
  // The first wait begins with the page itself.
  const first = showAt(100);
  expect(first.animationDelay).toBe('150ms');
  first.leaveAt(400);
  const next = showAt(450);
  expect(next.animationDelay).toBe('-200ms');
  next.leaveAt(600);

  // Another page is another wait.
  const other = showAt(5_000);
  expect(other.animationDelay).toBe('250ms');
  other.leaveAt(5_100);
  expect(showAt(5_150).animationDelay).toBe('100ms');
});
