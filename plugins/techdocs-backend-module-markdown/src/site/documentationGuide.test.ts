import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  knownExtensions,
  knownPlugins,
  supportedKeys,
} from './mkdocsVocabulary';

const guide = readFileSync(
  path.resolve(__dirname, '../../../../docs/guides/documentation.md'),
  'utf8',
);

/** The names in the row of a table that starts with this word. */
function namesInRow(title: string): string[] {
  const row = guide.split('\n').find(line => line.startsWith(`| ${title} `));
  return [...(row ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name);
}

it.each([
  ['Settings', supportedKeys],
  ['Plugins', knownPlugins],
  ['Extensions', knownExtensions],
])('promises in the guide the %s that are understood', (title, names) => {
  expect(namesInRow(title)).toEqual([...names].sort());
});
