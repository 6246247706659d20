import { DatabaseProbe } from './DatabaseProbe';

/** A client whose database answers, or does not. */
function createClient() {
  const state = { isFrozen: false, opened: 0, ended: 0 };
  const connection = {
    query: () => (state.isFrozen ? new Promise(() => {}) : Promise.resolve()),
    end: async () => {
      state.ended++;
    },
  };
  const knex = {
    client: {
      acquireRawConnection: async () => {
        state.opened++;
        return connection;
      },
    },
  };
  return { state, knex: knex as never };
}

describe('DatabaseProbe', () => {
  beforeEach(() => {
    jest.useFakeTimers({
      now: new Date('2026-11-25T12:00:00Z'),
      doNotFake: ['setImmediate', 'nextTick'],
    });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('says within two seconds that nothing answers, and when it does again', async () => {
    const { state, knex } = createClient();
    const probe = new DatabaseProbe();
    expect(await probe.isReachable()).toBe(true);
    probe.use(knex);
    await jest.advanceTimersByTimeAsync(501);
    expect(await probe.isReachable()).toBe(true);
    expect(state).toMatchObject({ opened: 1, ended: 0 });

    state.isFrozen = true;
    await jest.advanceTimersByTimeAsync(501);
    const answer = probe.isReachable();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await answer).toBe(false);

    state.isFrozen = false;
    await jest.advanceTimersByTimeAsync(501);
    expect(await probe.isReachable()).toBe(true);
    expect(state).toMatchObject({ opened: 2, ended: 1 });
  });

  it('asks once for all that want to know at a time', async () => {
    const { state, knex } = createClient();
    const probe = new DatabaseProbe();
    probe.use(knex);

    const answers = await Promise.all([
      probe.isReachable(),
      probe.isReachable(),
      probe.isReachable(),
    ]);
    expect(answers).toEqual([true, true, true]);
    expect(state.opened).toBe(1);
    await probe.close();
    expect(state.ended).toBe(1);
  });
});
