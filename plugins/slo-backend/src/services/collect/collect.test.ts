import { readOpenSloFile, type SloDefinition } from '@atrium/plugin-slo-common';
import { sampleSlo } from '../../__testUtils__/sampleSlo';
import type { CollectedSeries } from '../../database/CollectStore';
import { combineParts } from './combineParts';
import { nextPeriod } from './nextPeriod';

describe('nextPeriod', () => {
  const now = 10_000;
  const source = {
    historyMinutes: 1_440,
    settleMinutes: 3,
    maxRangeMinutes: 360,
  };
  const options = {
    sources: [source],
    overlapMinutes: 10,
    backfillMinutes: 600,
    keptMinutes: 100_000,
    now,
  };
  const until = (minute: number) => new Date(minute * 60_000);

  it.each([
    ['a new series, as far as wanted', undefined, {}, [9_400, 9_760]],
    ['the next minutes and some again', now - 1, {}, [9_989, 10_000]],
    [
      'longer ones that settle slowly',
      now - 1,
      { settle: 60 },
      [9_939, 10_000],
    ],
    ['what was missed, step by step', now - 1_000, {}, [8_990, 9_350]],
    ['no more than the source has', now - 5_000, {}, [8_560, 8_920]],
    [
      'only now where nothing is kept',
      now - 5,
      { history: 0 },
      [9_999, 10_000],
    ],
    [
      'further back where that costs little',
      undefined,
      { backfill: 1_400 },
      [8_600, 8_960],
    ],
    ['nothing that is not kept', now - 5_000, { kept: 300 }, [9_700, 10_000]],
    [
      'past a range shorter than the overlap',
      now - 20,
      { range: 5 },
      [9_976, 9_981],
    ],
  ])('asks for %s', (_, last, differs, [from, to]) => {
    const { settle, history, range, backfill, kept } = differs as Record<
      string,
      number
    >;
    const sources = [
      {
        historyMinutes: history ?? source.historyMinutes,
        settleMinutes: settle ?? source.settleMinutes,
        maxRangeMinutes: range ?? source.maxRangeMinutes,
        backfillMinutes: backfill,
      },
    ];
    expect(
      nextPeriod(last === undefined ? undefined : until(last), {
        ...options,
        sources,
        keptMinutes: kept ?? options.keptMinutes,
      }),
    ).toEqual({ from, to });
  });

  it('asks nobody where there is nobody', () => {
    expect(nextPeriod(undefined, { ...options, sources: [] })).toBeUndefined();
  });
});

describe('combineParts', () => {
  const { definitions } = readOpenSloFile(sampleSlo());
  const [definition]: SloDefinition[] = definitions;
  const series: CollectedSeries = {
    id: 7,
    entityRef: 'component:default/a',
    definition,
    objective: definition.objectives[0],
    state: {},
  };
  const period = { from: 100, to: 104 };
  const values = (...pairs: [minute: number, value: number][]) => ({
    minutes: pairs.map(([minute, value]) => ({
      minute: new Date(minute * 60_000).toISOString(),
      value,
    })),
  });

  it('counts what both parts say, and nothing outside of the period', () => {
    expect(
      combineParts(series, {
        period,
        parts: [
          {
            part: 'good',
            result: { ...values([99, 1], [100, 9], [102, 8]), state: 'g' },
          },
          { part: 'total', result: values([100, 10], [102, 10], [104, 10]) },
        ],
      }),
    ).toEqual({
      seriesId: 7,
      counts: [
        { seriesId: 7, minute: 100, good: 9, total: 10 },
        { seriesId: 7, minute: 102, good: 8, total: 10 },
      ],
      collectedUntil: new Date(104 * 60_000),
      state: { good: 'g' },
      problem: undefined,
      warning: undefined,
    });
  });

  it('does not take what a failed query left out for none', () => {
    const { counts, problem, collectedUntil } = combineParts(series, {
      period,
      parts: [
        { part: 'good', result: { minutes: [], problem: 'timed out' } },
        { part: 'total', result: values([100, 10]) },
      ],
    });
    expect({ counts, problem, collectedUntil }).toEqual({
      counts: [],
      problem: 'The good query: timed out',
      collectedUntil: undefined,
    });
  });

  it('goes back to where earlier answers are outdated', () => {
    const changedSince = new Date(40 * 60_000).toISOString();
    const { counts, collectedUntil } = combineParts(series, {
      period,
      parts: [
        { part: 'good', result: { ...values([100, 1]), changedSince } },
        { part: 'total', result: values([100, 1]) },
      ],
    });
    expect(counts).toHaveLength(1);
    expect(collectedUntil).toEqual(new Date(40 * 60_000));
  });

  it('points out events that are never seen, and refuses nonsense', () => {
    const absent = combineParts(series, {
      period,
      parts: [
        { part: 'good', result: values() },
        { part: 'total', result: values([100, 10]) },
      ],
    });
    expect(absent.counts).toEqual([
      { seriesId: 7, minute: 100, good: 0, total: 10 },
    ]);
    expect(absent.warning).toContain('Its good events have not been seen');
    const nonsense = combineParts(series, {
      period,
      parts: [
        { part: 'good', result: values([100, 11], [101, Number.NaN]) },
        { part: 'total', result: values([100, 10], [101, 10]) },
      ],
    });
    expect(nonsense.counts).toEqual([]);
    expect(nonsense.problem).toBe('Counted 11 good events of 10');
  });
});
