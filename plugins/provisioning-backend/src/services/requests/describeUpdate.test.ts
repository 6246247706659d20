import { toText } from '../../database/messageText';
import { describeUpdate } from './describeUpdate';

const update = (...of: Parameters<typeof describeUpdate>) =>
  describeUpdate(...of).map(toText);

describe('describeUpdate', () => {
  it('says what becomes of plan and parameters, and nothing of the rest', () => {
    expect(
      update(
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
      update(
        { plan: 'small', parameters: { a: 1 } },
        { plan: 'small', parameters: {} },
      ),
    ).toEqual(['a: 1 becomes nothing']);
  });
});
