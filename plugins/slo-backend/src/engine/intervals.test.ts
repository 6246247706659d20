import { subtractIntervals } from './Interval';
import { splitInterval } from './splitInterval';

const DAY = 1440;

describe('splitInterval', () => {
  it.each([
    ['a few minutes', [10, 40], [['minute', 10, 40]]],
    ['across an hour', [50, 70], [['minute', 50, 70]]],
    ['one whole hour', [60, 120], [['hour', 60, 120]]],
    [
      'hours and their edges',
      [59, 181],
      [
        ['minute', 59, 60],
        ['hour', 60, 180],
        ['minute', 180, 181],
      ],
    ],
    ['one whole day', [DAY, 2 * DAY], [['day', DAY, 2 * DAY]]],
    [
      'days with hours and minutes around them',
      [DAY - 61, 3 * DAY + 121],
      [
        ['minute', DAY - 61, DAY - 60],
        ['hour', DAY - 60, DAY],
        ['day', DAY, 3 * DAY],
        ['hour', 3 * DAY, 3 * DAY + 120],
        ['minute', 3 * DAY + 120, 3 * DAY + 121],
      ],
    ],
    ['nothing', [5, 5], []],
  ])('%s', (_, [from, to], pieces) => {
    expect(
      splitInterval({ from, to }).map(piece => [
        piece.grain,
        piece.from,
        piece.to,
      ]),
    ).toEqual(pieces);
  });
});

describe('subtractIntervals', () => {
  it.each([
    ['nothing', [], [[10, 20]]],
    ['the beginning', [[0, 12]], [[12, 20]]],
    ['the end', [[18, 30]], [[10, 18]]],
    ['everything', [[0, 30]], []],
    [
      'what is elsewhere',
      [
        [0, 10],
        [20, 30],
      ],
      [[10, 20]],
    ],
    [
      'spans that overlap, out of order',
      [
        [14, 16],
        [11, 15],
        [12, 13],
      ],
      [
        [10, 11],
        [16, 20],
      ],
    ],
  ])('takes out %s', (_, others, left) => {
    expect(
      subtractIntervals(
        { from: 10, to: 20 },
        others.map(([from, to]) => ({ from, to })),
      ).map(({ from, to }) => [from, to]),
    ).toEqual(left);
  });
});
