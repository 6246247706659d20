import { readFileSync } from 'node:fs';
import path from 'node:path';
import { documentVocabulary } from '../__testUtils__/documentVocabulary';
import { knownExtensions } from './mkdocsVocabulary';

const guide = readFileSync(
  path.resolve(__dirname, '../../../../docs/guides/documentation.md'),
  'utf8',
);

it('promises in the guide what is understood (yarn write-guide)', () => {
  expect(documentVocabulary(guide)).toBe(guide);
  for (const name of knownExtensions) {
    expect(guide).toContain(`\`${name}\``);
  }
});
