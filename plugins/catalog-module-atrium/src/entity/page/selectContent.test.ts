import { createElement } from 'react';
import type { EntityPageContent } from './EntityPageContent';
import { selectContent, sortContents } from './selectContent';

const contents: EntityPageContent[] = [
  ['/', 'Overview'],
  ['graph', 'Dependencies'],
  ['cost', 'Cost'],
  ['/docs/*', 'Docs'],
  ['apis', 'APIs'],
  ['/slos', 'SLOs'],
].map(([path, title]) => ({
  path,
  title,
  element: createElement('p'),
  appliesTo: () => true,
}));

it('puts first what people look for, then the rest by title', () => {
  expect(sortContents(contents).map(({ title }) => title)).toEqual([
    'Overview',
    'Docs',
    'SLOs',
    'Cost',
    'APIs',
    'Dependencies',
  ]);
});

it.each([
  ['', 'Overview'],
  ['docs', 'Docs'],
  ['docs/how-to-refund', 'Docs'],
  ['slos', 'SLOs'],
  ['nothing', undefined],
])('finds the tab of "%s"', (path, title) => {
  expect(selectContent(contents, path)?.title).toBe(title);
});
