import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { documentVocabulary } from './documentVocabulary.ts';

/* Writes what the engine understands of mkdocs.yml into the guide for authors. */

const file = path.resolve(
  import.meta.dirname,
  '../../../../docs/guides/documentation.md',
);
writeFileSync(file, documentVocabulary(readFileSync(file, 'utf8')));
