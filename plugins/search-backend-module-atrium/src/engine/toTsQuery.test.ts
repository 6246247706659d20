import { parseSearchTerm } from './SearchTerm';
import { toTsQuery } from './toTsQuery';

it.each([
  ['serv', '((serv:*))'],
  // Only the last word of a name may still be typed.
  ['services-8', '(((services | servic) & (8)) | services8:*)'],
  ['pay serv', '((pay:*)) & ((serv:*))'],
])('looks for %s', (term, expected) => {
  const stems = new Map([['services', ['servic']]]);
  const { tokens } = parseSearchTerm(term);
  expect(toTsQuery(tokens, { stems, match: 'all' })).toBe(expected);
});
