import type { ClaimRule } from '../config/readClaimRules';
import { type ClaimingEntity, digestClaim } from './ClaimingEntity';
import { ClaimProofs } from './ClaimProofs';
import { ClaimResolver } from './ClaimResolver';

const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const payments = 'group:default/team-payments';
const other = 'group:default/team-other';

function entity(name: string, options: Partial<ClaimingEntity> = {}) {
  const { ownerRefs = [payments], annotations = { [ID]: 'pay' } } = options;
  return {
    entityRef: `component:default/${name}`,
    name,
    ownerRef: ownerRefs[0],
    ownerRefs,
    repository: `git.example:7001/acme/${name}`,
    ...options,
    annotations,
  };
}

function rule(options: Partial<ClaimRule>): ClaimRule {
  return {
    namespaces: ['billing', 'billing-*'],
    clusters: ['*'],
    labels: {},
    owners: [],
    repositories: [],
    ...options,
  };
}

const parents = new Map([
  ['group:default/squad', [payments]],
  [payments, ['group:default/division']],
  // Groups that are each other's parents end somewhere.
  ['group:default/division', ['group:default/company']],
  ['group:default/company', ['group:default/division']],
]);

interface Setting {
  entities: ClaimingEntity[];
  rules: ClaimRule[];
  /** Names in the order in which they came; the others came last, at once. */
  order?: string[];
}

function resolve(
  { entities, rules, order = [] }: Setting,
  object: { namespace?: string; cluster?: string; labels?: object } = {},
) {
  const firstSeen = new Map(
    entities.flatMap(one =>
      (['id', 'selector'] as const).flatMap(kind => {
        const digest = digestClaim(one, kind);
        const place = order.indexOf(one.name);
        const at = new Date(place < 0 ? 1_000 : place);
        return digest ? [[digest, at] as const] : [];
      }),
    ),
  );
  const proofs = new ClaimProofs({ rules, parents });
  const found = new ClaimResolver({ entities, proofs, firstSeen }).resolve({
    cluster: 'east',
    namespace: 'billing',
    ...object,
    labels: { [ID]: 'pay', ...object.labels },
  });
  const names = (list: ClaimingEntity[]) => list.map(({ name }) => name);
  return {
    holders: names(found.holders),
    rivals: names(found.rivals),
    unconfirmed: names(found.unconfirmed),
  };
}

const ownedRule = rule({ owners: [payments] });

describe('ClaimResolver', () => {
  it('confirms nothing without a rule', () => {
    const entities = [entity('pay'), entity('stranger')];

    expect(resolve({ entities, rules: [] })).toEqual({
      holders: [],
      rivals: [],
      unconfirmed: ['pay', 'stranger'],
    });
  });

  it('counts what is proven, whoever came first', () => {
    const stranger = entity('a-stranger', { ownerRefs: [other] });
    const entities = [stranger, entity('pay')];

    expect(
      resolve({ entities, rules: [ownedRule], order: ['a-stranger', 'pay'] }),
    ).toEqual({ holders: ['pay'], rivals: ['a-stranger'], unconfirmed: [] });
  });

  it('counts the first of several that are proven, and all of its owners', () => {
    const entities = [
      entity('one', { ownerRefs: [other] }),
      entity('two'),
      entity('three'),
    ];
    const rules = [rule({ owners: [payments, other] })];

    expect(resolve({ entities, rules, order: ['two', 'one'] })).toEqual({
      holders: ['two', 'three'],
      rivals: ['one'],
      unconfirmed: [],
    });
    // At once: by name.
    expect(resolve({ entities, rules }).holders).toEqual(['one']);
  });

  it('lets an id go before a selector, and a proof before an id', () => {
    const byId = entity('by-id');
    const bySelector = entity('by-selector', {
      ownerRefs: [other],
      annotations: { [SELECTOR]: 'app=pay' },
    });
    const labels = { app: 'pay' };
    const entities = [bySelector, byId];

    expect(
      resolve(
        { entities, rules: [rule({ owners: [payments, other] })] },
        { labels },
      ),
    ).toEqual({ holders: ['by-id'], rivals: [], unconfirmed: [] });
    expect(
      resolve({ entities, rules: [rule({ owners: [other] })] }, { labels }),
    ).toEqual({ holders: ['by-selector'], rivals: ['by-id'], unconfirmed: [] });
  });
});

describe('ClaimProofs', () => {
  const byId = rule({
    namespaces: ['*'],
    repositories: ['git.example:7001/acme/{id}'],
  });
  const byNamespace = rule({
    namespaces: ['*'],
    repositories: ['git.example:7001/*/{namespace}-apps'],
  });

  it.each<[string, boolean, ClaimRule, Partial<ClaimingEntity>, object]>([
    ['the owner', true, ownedRule, {}, {}],
    [
      'a group below',
      true,
      ownedRule,
      { ownerRefs: ['group:default/squad'] },
      {},
    ],
    [
      'a group above',
      false,
      ownedRule,
      { ownerRefs: ['group:default/division'] },
      {},
    ],
    [
      'one of two owners',
      false,
      ownedRule,
      { ownerRefs: [payments, other] },
      {},
    ],
    ['no owner', false, ownedRule, { ownerRefs: [] }, {}],
    [
      'a namespace by pattern',
      true,
      ownedRule,
      {},
      { namespace: 'billing-dev' },
    ],
    [
      'a namespace that goes on',
      false,
      ownedRule,
      {},
      { namespace: 'billings' },
    ],
    ['a cluster', true, rule({ owners: [payments], clusters: ['e*'] }), {}, {}],
    [
      'another cluster',
      false,
      rule({ owners: [payments], clusters: ['west'] }),
      {},
      {},
    ],
    [
      'a label',
      true,
      rule({ owners: [payments], labels: { by: 'ci' } }),
      {},
      { labels: { by: 'ci' } },
    ],
    [
      'another label',
      false,
      rule({ owners: [payments], labels: { by: 'ci' } }),
      {},
      { labels: { by: 'hand' } },
    ],
    ['the repository of the id', true, byId, {}, {}],
    [
      'another repository',
      false,
      byId,
      { repository: 'git.example:7001/acme/other' },
      {},
    ],
    [
      'a repository of the name on another host',
      false,
      byId,
      { repository: 'git.evil:7001/acme/pay' },
      {},
    ],
    ['no repository', false, byId, { repository: undefined }, {}],
    [
      'the repository of the namespace',
      true,
      byNamespace,
      { repository: 'git.example:7001/acme/billing-apps' },
      {},
    ],
    [
      'the repository of another namespace',
      false,
      byNamespace,
      { repository: 'git.example:7001/acme/billing-apps' },
      { namespace: 'checkout' },
    ],
    [
      'the owner, and another repository',
      false,
      rule({ owners: [payments], repositories: ['git.example:7001/acme/x'] }),
      {},
      {},
    ],
  ])('decides for %s: %s', (_, isProven, one, options, object) => {
    const found = resolve(
      { entities: [entity('pay', options)], rules: [one] },
      object,
    );

    expect(found.holders).toEqual(isProven ? ['pay'] : []);
  });

  it('takes no pattern from the label of an object', () => {
    const entities = [entity('pay', { annotations: { [ID]: '*' } })];

    expect(
      resolve({ entities, rules: [byId] }, { labels: { [ID]: '*' } }).holders,
    ).toEqual([]);
  });
});
