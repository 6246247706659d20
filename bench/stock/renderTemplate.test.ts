import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderTemplate } from './renderTemplate.ts';

const options = {
  versionOf: (name: string) => `1.0.0-${name.slice(1, 4)}`,
  values: { name: 'stock' },
};

test('puts exact versions where the template has ranges', () => {
  assert.equal(
    renderTemplate(
      `"a": "^{{ version '@abc/d'}}", "b": "{{version '@xyz/d'}}"`,
      options,
    ),
    '"a": "1.0.0-abc", "b": "1.0.0-xyz"',
  );
});

test('fills in values and refuses what it does not know', () => {
  assert.equal(renderTemplate('name: {{name}}', options), 'name: stock');
  assert.throws(() => renderTemplate('{{scope}}', options), /\{\{scope\}\}/);
});
