import { toText } from '../../database/messageText';
import { describeUpdate } from './describeUpdate';

type Made = Parameters<typeof describeUpdate>[0];

const update = (
  ...made: (Pick<Made, 'plan' | 'parameters'> & Partial<Made>)[]
) => {
  const [before, after] = made.map(one => ({
    deletion: 'delete' as const,
    ...one,
  }));
  return describeUpdate(before, after).map(toText);
};

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

  it.each([
    ['protect', 'From then on it cannot be deleted in the portal'],
    [
      'snapshot-then-delete',
      'From then on it can be deleted in the portal, after its data is saved in a snapshot',
    ],
  ] as const)('says that deletion becomes %s', (deletion, line) => {
    const made = { plan: 'small', parameters: {} };
    expect(update(made, { ...made, deletion })).toEqual([line]);
  });
});
