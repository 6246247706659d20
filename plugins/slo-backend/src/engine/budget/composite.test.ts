import {
  compositeBurnRate,
  compositeRatio,
  compositeTargetPpb,
} from './composite';

const ONE = 1_000_000_000;

function member(
  good: number,
  options: { total?: number; targetPpb?: number; weightPpb?: number } = {},
) {
  const { total = 1000, targetPpb = 990_000_000, weightPpb = ONE } = options;
  return { counts: { good, total }, targetPpb, weightPpb };
}

describe('composite SLOs', () => {
  it('burns as fast as its objectives together, by their weights', () => {
    // 5 of 10 allowed burn 0.5, 1 of 1 allowed burns 1.
    const members = [member(995), member(999, { targetPpb: 999_000_000 })];
    expect(compositeBurnRate(members)).toBe(1.5);
    expect(
      compositeBurnRate([
        { ...members[0], weightPpb: ONE / 2 },
        { ...members[1], weightPpb: 100 * ONE },
      ]),
    ).toBe(100.25);
  });

  it('leaves out objectives without events', () => {
    expect(compositeBurnRate([member(995), member(0, { total: 0 })])).toBe(0.5);
    expect(compositeBurnRate([member(0, { total: 0 })])).toBeUndefined();
    expect(compositeRatio([member(0, { total: 0 })])).toBeUndefined();
  });

  it('adds up what its objectives lack, as the example of OpenSLO', () => {
    expect(compositeRatio([member(950), member(950)])).toBe(0.9);
    expect(
      compositeRatio([member(950, { weightPpb: ONE / 2 }), member(950)]),
    ).toBe(0.925);
    // At most everything.
    expect(compositeRatio([member(400), member(400)])).toBe(0);
    expect(compositeRatio([member(950, { weightPpb: 100 * ONE })])).toBe(0);
  });

  it('is held to the strictest target', () => {
    expect(
      compositeTargetPpb([
        { targetPpb: 5 },
        { targetPpb: 7 },
        { targetPpb: 6 },
      ]),
    ).toBe(7);
  });
});
