import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateCatalogInfo } from './validateCatalogInfo.ts';

const valid =
  'apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata:\n  name: a\n';

function validate(content: string) {
  return validateCatalogInfo('catalog-info.yaml', content);
}

test('takes one or several entities', () => {
  assert.deepEqual(validate(valid), []);
  assert.deepEqual(validate(`---\n${valid}---\n${valid}`), []);
});

test('names the line of each problem', () => {
  assert.deepEqual(validate(`${valid}---\nkind: [API]\nmetadata: {}\n`), [
    'catalog-info.yaml:6: apiVersion is missing or not a text',
    'catalog-info.yaml:6: kind is missing or not a text',
    'catalog-info.yaml:6: metadata.name is missing or not a text',
  ]);
  assert.deepEqual(validate('\n- a\n'), [
    'catalog-info.yaml:2: the document is not an object',
  ]);
  assert.match(validate('kind: "open\n')[0], /^catalog-info\.yaml:\d: Missing/);
  assert.deepEqual(validate(''), [
    'catalog-info.yaml:1: the file has no document',
  ]);
});
