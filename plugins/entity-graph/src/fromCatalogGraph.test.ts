import { fromCatalogGraph } from './fromCatalogGraph';

it.each([
  [
    'rootEntityRefs%5B%5D=Component:default/payment&maxDepth=1&direction=LR',
    'entity=component%3Adefault%2Fpayment',
  ],
  ['rootEntityRefs[0]=api:ops/payments', 'entity=api%3Aops%2Fpayments'],
  // The page is about one entity or about all of them.
  ['rootEntityRefs[]=api:default/a&rootEntityRefs[]=api:default/b', ''],
  ['rootEntityRefs[]=payment', ''],
  ['entity=component:default/payment&direction=up', undefined],
  ['', undefined],
])('reads the query "%s" of the stock page', (query, search) => {
  expect(fromCatalogGraph(new URLSearchParams(query))).toBe(search);
});
