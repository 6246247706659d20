import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findEntryAssets } from './findEntryAssets.ts';

test('finds scripts, styles and preloads, each once', () => {
  const html = `<!doctype html><html><head>
    <link rel="icon" href="/favicon.ico"/>
    <link rel="modulepreload" href="/static/chunk.js">
    <link href="/static/main.css" rel="stylesheet">
    <script defer="defer" src="/static/main.js"></script>
    <script src="/static/chunk.js" type="module"></script>
    <script type="backstage.io/config">[{"src":"none"}]</script>
    </head></html>`;
  assert.deepEqual(findEntryAssets(html), [
    '/static/chunk.js',
    '/static/main.css',
    '/static/main.js',
  ]);
});
