import {
  nameIn,
  repositoryIn,
  suggestedRepository,
} from './suggestedRepository';

it.each([
  ['git.example?', 'refund', undefined, 'git.example?repo=refund'],
  [
    'git.example:3000?owner=acme',
    'refund',
    undefined,
    'git.example:3000?owner=acme&repo=refund',
  ],
  // What was filled in follows the name; what somebody chose does not.
  [
    'git.example?owner=acme&repo=ref',
    'refund',
    'ref',
    'git.example?owner=acme&repo=refund',
  ],
  ['git.example?owner=acme&repo=mine', 'refund', 'ref', undefined],
  ['git.example?owner=acme&repo=refund', 'refund', 'refund', undefined],
  ['git.example?owner=acme', undefined, undefined, undefined],
  ['git.example?owner=acme', '', undefined, undefined],
  [undefined, 'refund', undefined, undefined],
])('makes of %s and %s after %s: %s', (value, name, before, whole) => {
  expect(suggestedRepository(value, { name, before })).toBe(whole);
});

it('finds what the created thing and its repository are called', () => {
  expect(nameIn({ component_id: 'refund', owner: 'payments' })).toBe('refund');
  expect(nameIn({ owner: 'payments' })).toBeUndefined();
  expect(nameIn(undefined)).toBeUndefined();
  expect(repositoryIn('git.example?owner=acme&repo=refund')).toBe('refund');
  expect(repositoryIn('git.example?owner=acme')).toBeUndefined();
  expect(repositoryIn(undefined)).toBeUndefined();
});
