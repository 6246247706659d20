import type { Entity } from '@backstage/catalog-model';
import { filterSites, ownerChoices } from './DocsFilter';
import { type DocsLibrary, firstLines, groupBySystem } from './DocsLibrary';
import { toDocsSite } from './DocsSite';

function entity(name: string, rest: Partial<Entity> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, ...rest.metadata },
    spec: rest.spec,
    ...(rest.kind && { kind: rest.kind }),
  };
}

const payment = toDocsSite(
  entity('payment-service', {
    spec: { owner: 'team-payments', system: 'billing' },
  }),
);
const billing = toDocsSite(
  entity('billing', { kind: 'System', spec: { owner: 'team-payments' } }),
);
const cart = toDocsSite(
  entity('cart', {
    metadata: { name: 'cart', title: 'Shopping cart', namespace: 'shop' },
    spec: { owner: 'group:default/team-checkout', system: 'checkout' },
  }),
);
const notes = toDocsSite(entity('notes'));
const team = toDocsSite(entity('team-payments', { kind: 'Group' }));

const library: DocsLibrary = {
  sites: [billing, notes, payment, cart, team],
  totalItems: 5,
  myRefs: new Set(['group:default/team-payments']),
  names: new Map([
    ['group:default/team-payments', 'Payments'],
    ['group:default/team-checkout', 'Checkout'],
    ['system:default/billing', 'Billing'],
    ['system:shop/checkout', 'A checkout'],
  ]),
};

const names = (sites: { title: string }[]) => sites.map(site => site.title);

it('resolves owner and system in the namespace of the entity', () => {
  expect(payment.ownerRef).toBe('group:default/team-payments');
  expect(payment.systemRef).toBe('system:default/billing');
  expect(cart.systemRef).toBe('system:shop/checkout');
  expect(cart.title).toBe('Shopping cart');
});

it('groups by the name of the system, and puts what has none last', () => {
  const groups = groupBySystem(library, library.sites);
  expect(groups.map(({ title, sites }) => [title, names(sites)])).toEqual([
    ['A checkout', ['Shopping cart']],
    ['Billing', ['billing', 'payment-service']],
    ['No system', ['notes', 'team-payments']],
  ]);
});

it('begins a long list without hiding how long it is', () => {
  const groups = groupBySystem(library, library.sites);
  const first = firstLines(groups, 2);
  expect(
    first.map(({ sites, totalItems }) => [names(sites), totalItems]),
  ).toEqual([
    [['Shopping cart'], 1],
    [['billing'], 2],
  ]);
  expect(firstLines(groups, 5)).toEqual(groups);
});

it.each([
  ['every word must fit', { text: 'pay serv', owner: '' }, ['payment-service']],
  [
    'words fit the owner too',
    { text: 'PAYMENTS', owner: '' },
    ['billing', 'payment-service', 'team-payments'],
  ],
  [
    'words fit the system',
    { text: 'a checkout', owner: '' },
    ['Shopping cart'],
  ],
  [
    'one owner',
    { text: '', owner: 'group:default/team-checkout' },
    ['Shopping cart'],
  ],
  [
    'my teams, and what they are',
    { text: '', owner: 'mine' },
    ['billing', 'payment-service', 'team-payments'],
  ],
  ['nothing fits', { text: 'mainframe', owner: '' }, []],
])('filters: %s', (_, filter, expected) => {
  expect(names(filterSites(library, filter))).toEqual(expected);
});

it('offers owners by name with the number of their sites', () => {
  expect(ownerChoices(library)).toEqual([
    { value: '', label: 'All owners' },
    { value: 'mine', label: 'My teams (3)' },
    { value: 'group:default/team-checkout', label: 'Checkout (1)' },
    { value: 'group:default/team-payments', label: 'Payments (2)' },
  ]);
});
