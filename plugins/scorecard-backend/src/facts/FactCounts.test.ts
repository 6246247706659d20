import { FactCounts } from './FactCounts';

const slo = {
  id: 'slo',
  title: 'SLOs',
  description: 'What was promised.',
  freshnessMs: 60_000,
  facts: {},
};

describe('FactCounts', () => {
  const countEntities = jest.fn(async () => new Map([['slo', 3]]));
  const countKnown = jest.fn(async () => [
    { provider: 'slo', fact: 'count', knownCount: 2, staleCount: 1 },
  ]);

  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-28T12:00:00Z') });
    jest.clearAllMocks();
  });

  afterEach(() => jest.useRealTimers());

  it('counts once in 30 seconds, whoever asks', async () => {
    const counts = new FactCounts({ countEntities, countKnown });
    const [first] = await Promise.all([counts.get([slo]), counts.get([slo])]);
    expect(first.entityCounts.get('slo')).toBe(3);
    jest.advanceTimersByTime(29_999);
    await counts.get([slo]);
    expect(countKnown).toHaveBeenCalledTimes(1);
    expect(countKnown).toHaveBeenCalledWith({ slo: 60_000 });

    jest.advanceTimersByTime(1);
    await counts.get([slo]);
    expect(countKnown).toHaveBeenCalledTimes(2);
  });

  it('asks again after a failure', async () => {
    const counts = new FactCounts({ countEntities, countKnown });
    countEntities.mockRejectedValueOnce(new Error('no database'));
    await expect(counts.get([slo])).rejects.toThrow('no database');
    await expect(counts.get([slo])).resolves.toBeDefined();
  });
});
