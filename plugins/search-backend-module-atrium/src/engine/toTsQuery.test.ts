import { parseSearchTerm } from './SearchTerm';
import { toTsQuery } from './toTsQuery';

it.each([
  ['serv', '((serv:*))'],
  // Only the last word of a name may still be typed.
  ['services-8', '(((services | servic) & (8)) | services8:*)'],
  ['pay serv', '((pay:*)) & ((serv:*))'],
  ['部', '((部:*))'],
  ['部署服', '(((部署) & (署服:*)) | 部署署服:*)'],
])('looks for %s', (term, expected) => {
  const stems = new Map([['services', ['servic']]]);
  const { tokens } = parseSearchTerm(term);
  expect(toTsQuery(tokens, { stems, match: 'all' })).toBe(expected);
});

it.each([
  ['slo', '((slo | slos))'],
  ['slos', '((slos | slo))'],
  ['access', '((access))'],
  ['pay-services', '(((pay | pays) & (services | servic)) | payservices)'],
])('looks for %s as a whole word', (term, expected) => {
  const stems = new Map([
    ['services', ['servic']],
    ['slo', ['slo']],
  ]);
  const { tokens } = parseSearchTerm(term);
  expect(toTsQuery(tokens, { stems, match: 'all', isBeginning: false })).toBe(
    expected,
  );
});
