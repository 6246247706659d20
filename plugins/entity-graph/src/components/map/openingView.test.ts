import { hasRoom, openingView, viewOfAll } from './openingView';

const frame = { width: 1000, height: 500 };

describe('openingView', () => {
  it('has all in its middle, no larger than it is', () => {
    const bounds = { x: -20, y: 0, width: 600, height: 66 };
    const focus = { x: 0, y: 33 };
    // The middle of what is shown, 280 and 33, is at 500 and 250.
    const view = { x: 220, y: 217, zoom: 1 };
    expect(openingView({ bounds, frame, focus })).toEqual(view);
    expect(openingView({ bounds, frame })).toEqual(view);
  });

  it('has the focus in its middle where there is no room for all', () => {
    const bounds = { x: 0, y: 0, width: 6000, height: 3000 };
    const focus = { x: 3000, y: 1500 };
    // 500 - 3000 * 0.42 and 250 - 1500 * 0.42
    expect(openingView({ bounds, frame, focus })).toEqual({
      x: -760,
      y: -380,
      zoom: 0.42,
    });
  });

  it('begins on the left without a focus', () => {
    const bounds = { x: 10, y: 0, width: 6000, height: 3000 };
    // 56 - 10 * 0.42, and 250 - 1500 * 0.42
    const view = openingView({ bounds, frame });
    expect(view.x).toBeCloseTo(51.8);
    expect(view.y).toBeCloseTo(-380);
  });

  it('leaves no side empty for a focus at the edge', () => {
    // 100 high is 42 on the screen: it has room, and is in the middle.
    const bounds = { x: 0, y: 0, width: 6000, height: 100 };
    const first = openingView({ bounds, frame, focus: { x: 116, y: 0 } });
    expect(first).toEqual({ x: 56, y: 229, zoom: 0.42 });
    // 1000 - 24 - 6000 * 0.42
    const last = openingView({ bounds, frame, focus: { x: 5884, y: 0 } });
    expect(last.x).toBeCloseTo(-1544);
  });
});

describe('viewOfAll', () => {
  it('is as small as it has to be', () => {
    const bounds = { x: 0, y: 0, width: 5300, height: 100 };
    // 1000, without 56 for buttons and 28 on the right, by 5300
    const { x, zoom } = viewOfAll(bounds, frame);
    expect(zoom).toBeCloseTo(0.1728, 3);
    expect(x).toBeGreaterThanOrEqual(56);
  });
});

describe('hasRoom', () => {
  // At 0.42 the frame shows 2380.9 by 1190.4.
  it.each([
    [2380, 1190, true],
    [2381, 1190, false],
    [2380, 1191, false],
  ])('of %d by %d is %s', (width, height, expected) => {
    expect(hasRoom({ x: -50, y: 9, width, height }, frame, 0.42)).toBe(
      expected,
    );
  });
});
