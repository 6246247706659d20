import { EventSources } from './EventSources';

const sink = {
  ingest: jest.fn(),
  isShared: jest.fn(),
  hasOpenIncident: jest.fn(),
};

describe('EventSources', () => {
  it('starts each source with the sink, and offers those that start runs again', async () => {
    const sources = new EventSources();
    const start = jest.fn();
    const runController = { canRerun: () => true, rerun: jest.fn() };
    sources.addSource({ id: 'plain', start });
    sources.addSource({ id: 'forge', start, runController });

    await sources.start(sink);

    expect(start.mock.calls).toEqual([[sink], [sink]]);
    expect(sources.runControllers).toEqual([runController]);
  });

  it('takes an id once', () => {
    const sources = new EventSources();
    sources.addSource({ id: 'forge', start: jest.fn() });
    expect(() => sources.addSource({ id: 'forge', start: jest.fn() })).toThrow(
      "'forge' was added already",
    );
  });

  it('says which source did not start', async () => {
    const sources = new EventSources();
    sources.addSource({
      id: 'forge',
      start: async () => {
        throw new Error('no token');
      },
    });
    await expect(sources.start(sink)).rejects.toThrow(
      "source of delivery events 'forge' did not start; caused by Error: no token",
    );
  });
});
