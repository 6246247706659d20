import type {
  ChargeDestination,
  RuleDryRunResult,
} from '@atrium/plugin-cost-common';
import Big from 'big.js';

/** Who has an entity, and what it is called. */
export interface TalliedEntity {
  title: string | undefined;
  ownerRef: string | undefined;
}

/** Some cost that is somewhere now, and would be somewhere. */
export interface TalliedCharge {
  amount: Big;
  resource: string;
  before: { kind: string; ref: string };
  after: ChargeDestination;
}

type Result = NonNullable<RuleDryRunResult['result']>;
type Movement = Result['teams'][number];

interface Place {
  entityRef: string | undefined;
  pool?: string;
  label: string;
  before: Big;
  after: Big;
}

type Flow = Pick<TalliedCharge, 'after' | 'amount' | 'before'>;

const MAX_ENTITIES = 100;
const ZERO = new Big(0);

/** Adds up what would move. */
export class DryRunTally {
  readonly #entities: ReadonlyMap<string, TalliedEntity>;
  readonly #pools: ReadonlyMap<string, string>;
  readonly #places = new Map<string, Place>();
  readonly #teams = new Map<string, Place>();
  readonly #rules = new Map<string, Big>();
  readonly #resources = new Map<string, Set<string>>();
  /** What goes the same way, added up before it is taken apart. */
  readonly #flows = new Map<string, Flow>();
  readonly #unallocated = { before: ZERO, after: ZERO };
  #total = ZERO;
  #moved = ZERO;

  /** @param pools - what they are called, by their names */
  constructor(
    entities: ReadonlyMap<string, TalliedEntity>,
    pools: ReadonlyMap<string, string>,
  ) {
    this.#entities = entities;
    this.#pools = pools;
  }

  add({ after, amount, before, resource }: TalliedCharge): void {
    const isAllocated = after.kind !== 'unallocated';
    const key = [
      ...[before.kind, before.ref, after.kind],
      ...(isAllocated ? [after.ref, after.rule] : []),
    ].join(' ');
    const flow = this.#flows.get(key);
    if (flow) {
      flow.amount = flow.amount.plus(amount);
    } else {
      this.#flows.set(key, { before, after, amount });
    }
    if (isAllocated) {
      const resources = this.#resources.get(after.rule) ?? new Set();
      resources.add(resource);
      this.#resources.set(after.rule, resources);
    }
  }

  /** @param ruleNames - in order, also those that match nothing */
  toResult(ruleNames: readonly string[]): Result {
    for (const flow of this.#flows.values()) {
      this.#addFlow(flow);
    }
    this.#flows.clear();
    return {
      total: this.#total.toFixed(),
      moved: this.#moved.toFixed(),
      unallocated: {
        before: this.#unallocated.before.toFixed(),
        after: this.#unallocated.after.toFixed(),
      },
      teams: toMovements(this.#teams),
      entities: toMovements(this.#places).slice(0, MAX_ENTITIES),
      rules: ruleNames.map(name => ({
        name,
        amount: (this.#rules.get(name) ?? ZERO).toFixed(),
        resourceCount: this.#resources.get(name)?.size ?? 0,
      })),
    };
  }

  #addFlow({ after, amount, before }: Flow): void {
    const destination =
      after.kind === 'unallocated' ? { kind: after.kind, ref: '' } : after;
    this.#total = this.#total.plus(amount);
    if (before.kind !== destination.kind || before.ref !== destination.ref) {
      this.#moved = this.#moved.plus(amount);
    }
    this.#count(before, 'before', amount);
    this.#count(destination, 'after', amount);
    if (after.kind !== 'unallocated') {
      const sum = this.#rules.get(after.rule) ?? ZERO;
      this.#rules.set(after.rule, sum.plus(amount));
    }
  }

  #count(
    { kind, ref }: { kind: string; ref: string },
    when: 'before' | 'after',
    amount: Big,
  ): void {
    if (kind === 'unallocated') {
      this.#unallocated[when] = this.#unallocated[when].plus(amount);
      return;
    }
    if (kind === 'pool') {
      const pool = this.#pools.get(ref) ?? ref;
      const place = { entityRef: undefined, pool, label: `Pool ${pool}` };
      addTo(this.#places, `pool ${ref}`, { ...place, [when]: amount });
      return;
    }
    addTo(this.#places, ref, {
      entityRef: ref,
      label: this.#titleOf(ref),
      [when]: amount,
    });
    const team = ref.startsWith('group:')
      ? ref
      : this.#entities.get(ref)?.ownerRef;
    addTo(this.#teams, team ?? '', {
      entityRef: team,
      label: team === undefined ? 'No owner' : this.#titleOf(team),
      [when]: amount,
    });
  }

  #titleOf(ref: string): string {
    return this.#entities.get(ref)?.title ?? ref.split('/')[1] ?? ref;
  }
}

function addTo(
  places: Map<string, Place>,
  key: string,
  added: Omit<Place, 'before' | 'after'> & { before?: Big; after?: Big },
): void {
  const { after = ZERO, before = ZERO, ...rest } = added;
  const place = places.get(key) ?? { ...rest, before: ZERO, after: ZERO };
  place.before = place.before.plus(before);
  place.after = place.after.plus(after);
  places.set(key, place);
}

/** Those that change, most first. */
function toMovements(places: ReadonlyMap<string, Place>): Movement[] {
  const changeOf = ({ after, before }: Place) => after.minus(before);
  return [...places.values()]
    .filter(place => !changeOf(place).eq(0))
    .sort((one, other) => changeOf(other).abs().cmp(changeOf(one).abs()))
    .map(({ after, before, ...place }) => ({
      ...place,
      before: before.toFixed(),
      after: after.toFixed(),
    }));
}
