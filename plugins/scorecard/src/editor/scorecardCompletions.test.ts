import type { Facts } from '@atrium/plugin-scorecard-common';
import { scorecardCompletions } from './scorecardCompletions';

const facts: Pick<Facts, 'items' | 'functions'> = {
  items: [
    {
      id: 'slo',
      title: 'Service levels',
      description: 'How its SLOs stand.',
      freshnessMs: 1000,
      kinds: ['component'],
      entityCount: 3,
      facts: [
        {
          name: 'slo.count',
          type: 'integer',
          title: 'SLOs',
          description: 'How many.',
          knownCount: 3,
          staleCount: 0,
        },
      ],
    },
  ],
  functions: [
    { signature: 'string.startsWith(string): bool', description: 'Begins so.' },
  ],
};

function offer(line: string) {
  const text = `spec:\n  checks:\n    ${line}`;
  const offered = scorecardCompletions(facts, text, text.length);
  return (
    offered && {
      replaced: text.slice(offered.from),
      labels: offered.options.map(({ label }) => label),
    }
  );
}

describe('scorecardCompletions', () => {
  it('offers providers, then their facts', () => {
    expect(offer('expression: facts.s')).toEqual({
      replaced: 'facts.s',
      labels: ['facts.slo'],
    });
    expect(offer('expression: has(facts.slo.')).toEqual({
      replaced: 'facts.slo.',
      labels: ['facts.slo.count'],
    });
    expect(offer('text: Now ${{ facts.slo.co')).toMatchObject({
      labels: ['facts.slo.count'],
    });
  });

  it('offers variables and functions in expressions only', () => {
    expect(offer('appliesTo: en')?.labels).toEqual([
      'facts',
      'entity',
      'now',
      'startsWith',
    ]);
    expect(offer('title: Has an en')).toBeUndefined();
    expect(offer('expression: 1 > ')).toBeUndefined();
  });
});
