import { suggestedRepository } from './suggestedRepository';

it.each([
  ['git.example?', { name: 'refund' }, 'git.example?repo=refund'],
  [
    'git.example:3000?owner=acme',
    { component_id: 'refund' },
    'git.example:3000?owner=acme&repo=refund',
  ],
  ['git.example?owner=acme&repo=mine', { name: 'refund' }, undefined],
  ['git.example?owner=acme', {}, undefined],
  ['git.example?owner=acme', { name: '' }, undefined],
  [undefined, { name: 'refund' }, undefined],
  ['git.example?owner=acme', undefined, undefined],
])('makes of %s and %j: %s', (value, answers, whole) => {
  expect(suggestedRepository(value, answers)).toBe(whole);
});
