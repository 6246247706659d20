import { describeUpdate } from './describeUpdate';

describe('describeUpdate', () => {
  it('says what becomes of plan and parameters, and nothing of the rest', () => {
    expect(
      describeUpdate(
        { plan: 'small', parameters: { locale: 'de', extensions: ['a'] } },
        {
          plan: 'large',
          parameters: { locale: 'de', extensions: ['a', 'b'], size: 3 },
        },
      ),
    ).toEqual([
      'Plan: small becomes large',
      'extensions: ["a"] becomes ["a","b"]',
      'size: nothing becomes 3',
    ]);
    expect(
      describeUpdate(
        { plan: 'small', parameters: { a: 1 } },
        { plan: 'small', parameters: {} },
      ),
    ).toEqual(['a: 1 becomes nothing']);
  });
});
