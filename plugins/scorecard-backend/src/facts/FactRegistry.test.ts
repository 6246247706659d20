import type { FactProvider } from '@atrium/plugin-scorecard-node';
import { FactRegistry } from './FactRegistry';

function provider(id: string): FactProvider {
  return {
    description: {
      id,
      title: 'On call',
      description: 'Who answers at night.',
      freshnessMs: 3_600_000,
      facts: {
        rotation: {
          type: 'integer',
          title: 'People in the rotation',
          description: 'Not there without a schedule.',
        },
      },
    },
    refreshMs: 60_000,
    collect: async () => new Map(),
  };
}

describe('FactRegistry', () => {
  it('refuses a second provider of an id, and a description that is none', () => {
    const registry = new FactRegistry();
    registry.addProvider(provider('pager'));
    expect(() => registry.addProvider(provider('pager'))).toThrow(
      "There is a provider of facts 'pager' already",
    );
    expect(() => registry.addProvider(provider('On call'))).toThrow(
      "The description of the facts of 'On call' is not valid",
    );
    expect(registry.list().map(({ description }) => description.id)).toEqual([
      'pager',
    ]);
  });

  it('has facts collected again, of providers that are there', async () => {
    const registry = new FactRegistry();
    registry.addProvider(provider('pager'));
    const markDue = jest.fn();
    const markUnknownDue = jest.fn();
    registry.onRefresh({ markDue, markUnknownDue });
    await registry.refresh('pager', ['component:default/a']);
    expect(markDue).toHaveBeenCalledWith('pager', ['component:default/a']);
    await registry.refreshUnknown('pager', 'all');
    expect(markUnknownDue).toHaveBeenCalledWith('pager', 'all');
    await expect(registry.refresh('phone', [])).rejects.toThrow(
      "There is no provider of facts 'phone'",
    );
    await expect(
      registry.refresh('pager', new Array(10_001).fill('component:default/a')),
    ).rejects.toThrow('At most 10000 entities');
  });
});
