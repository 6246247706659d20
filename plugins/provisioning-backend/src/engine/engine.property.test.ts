import {
  canMove,
  type ResourceState,
} from '@atrium/plugin-provisioning-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { MemoryProvider } from '../__testUtils__/MemoryProvider';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { openEngine } from '../__testUtils__/startEngine';
import type { ResourceMove } from '../database/ResourceStore';
import type { StepAction } from '../database/StepStore';

jest.setTimeout(300_000);

const RUNS = Number(process.env.ATRIUM_PROPERTY_RUNS ?? 40);

type Wish = 'update' | 'rotate' | 'expire' | 'extend' | 'delete';

/** What may happen to a resource, in any order. */
type Happening =
  | { kind: 'wish'; wish: Wish }
  | { kind: 'lost' | 'error' | 'killed'; call: StepAction }
  | { kind: 'work' }
  | { kind: 'pass'; minutes: number };

const calls = [
  'create',
  'update',
  'rotate',
  'suspend',
  'resume',
  'delete',
] as const;

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('wish' as const),
      wish: fc.constantFrom<Wish>(
        'update',
        'rotate',
        'expire',
        'extend',
        'delete',
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'lost' as const,
        'error' as const,
        'killed' as const,
      ),
      call: fc.constantFrom<StepAction>(...calls),
    }),
  },
  { weight: 5, arbitrary: fc.constant({ kind: 'work' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      minutes: fc.integer({ min: 1, max: 10 }),
    }),
  },
);

describe('the engine, whatever happens', () => {
  const databases = TestDatabases.create();
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
  });

  /** Lets time pass: everything that was is so much longer ago. */
  async function pass(minutes: number): Promise<void> {
    const ago = `- ${minutes} * interval '1 minute'`;
    await knex.raw(
      `UPDATE resources SET state_since = state_since ${ago},
         work_due_at = work_due_at ${ago}, claimed_until = claimed_until ${ago}`,
    );
    await knex.raw(
      `UPDATE steps SET started_at = started_at ${ago},
         finished_at = finished_at ${ago}`,
    );
  }

  it('comes to what was asked for last, with nothing doubled or left behind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { maxLength: 25 }),
        async happenings => {
          await knex.raw('TRUNCATE resources CASCADE');
          const provider = new MemoryProvider();
          const engine = openEngine(knex, [provider]);
          const id = await engine.request();
          const work = async () => {
            const { claimed } = await engine.claims.claim('memory', {
              limit: 1,
              servedOwners: [],
            });
            for (const resource of claimed) {
              const { signal } = new AbortController();
              await engine.reconciler.run(resource, signal);
            }
          };
          for (const event of happenings) {
            switch (event.kind) {
              case 'work':
                await work();
                break;
              case 'pass':
                await pass(event.minutes);
                break;
              case 'wish':
                await wish(engine, id, event.wish);
                break;
              default:
                provider.break(event.call, faultOf(event.kind, knex));
            }
          }
          for (let round = 0; round < 30; round++) {
            await pass(10);
            await work();
          }

          const resource = await engine.stores.resources.get(id);
          const thing = provider.things.get('ledger-1-00000000');
          const count = (call: string) =>
            provider.ledger.filter(entry => entry.startsWith(call)).length;
          const { state } = resource ?? {};
          expect(['ready', 'expiring', 'deleted']).toContain(state);
          expect(
            thing && [thing.access, thing.fingerprint, thing.generation],
          ).toEqual(
            state === 'deleted'
              ? undefined
              : [
                  state === 'ready' ? 'granted' : 'suspended',
                  resource?.fingerprint,
                  resource?.credentialGeneration,
                ],
          );
          expect(count('create')).toBe(count('delete') + (thing ? 1 : 0));
          const steps = await engine.stores.steps.listLast(id);
          expect(steps.filter(({ outcome }) => outcome === 'running')).toEqual(
            [],
          );
          const [{ state: requested }] =
            await engine.stores.requests.listOfResource(id);
          expect(['done', 'cancelled']).toContain(requested);
          const changes = (
            await engine.stores.timeline.listOfResource(id)
          ).filter(({ kind }) => kind === 'state');
          expect(changes.slice(1).map(({ from }) => from)).toEqual(
            changes.slice(0, -1).map(({ to }) => to),
          );
        },
      ),
      { numRuns: RUNS },
    );
  });
});

/** Asks for something, where a person could in this state. */
async function wish(
  engine: ReturnType<typeof openEngine>,
  id: string,
  name: Wish,
): Promise<void> {
  const resource = await engine.stores.resources.get(id);
  if (!resource) {
    return;
  }
  const { state, version, credentialGeneration } = resource;
  const moves: Record<
    Wish,
    Pick<ResourceMove, 'changes'> & { to?: ResourceState }
  > = {
    update: {
      to: 'updating',
      changes: { fingerprint: `fingerprint-${version}` },
    },
    rotate: {
      to: 'rotating',
      changes: { credentialGeneration: credentialGeneration + 1 },
    },
    expire: { to: 'expiring', changes: { desired: 'suspended' } },
    extend: { changes: { desired: 'present' } },
    delete: { to: 'deleting', changes: { desired: 'absent' } },
  };
  const { to, changes } = moves[name];
  const isPossible = to ? canMove(state, to) : state === 'expiring';
  if (isPossible) {
    await engine.change(id, { to, changes, title: name });
  }
}

/** Before or after its effect a call fails; a worker that is killed says nothing. */
function faultOf(kind: 'lost' | 'error' | 'killed', knex: Knex) {
  const fail = async () => {
    if (kind === 'killed') {
      // Who has no claim any more writes nothing down, as if it was gone.
      await knex('resources').update({ claimed_by: null });
    }
    throw new Error('The connection was reset');
  };
  return kind === 'error' ? { before: fail } : { after: fail };
}
