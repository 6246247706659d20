import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test, type TestContext } from 'node:test';
import { checkApp } from './checkApp.ts';

const page = `<html><head>
  <link href="/static/main.1a2b.css" rel="stylesheet">
  <script defer src="/static/main.3c4d.js"></script>
</head></html>`;

async function serve(
  context: TestContext,
  files: Record<string, string>,
): Promise<string> {
  const server = createServer((request, response) => {
    const content = files[request.url ?? ''];
    response.statusCode = content === undefined ? 404 : 200;
    response.end(content);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  return `http://127.0.0.1:${address.port}`;
}

test('an app is served when its page and all that it loads are there', async context => {
  const complete = await serve(context, {
    '/': page,
    '/static/main.1a2b.css': 'css',
    '/static/main.3c4d.js': 'js',
  });
  await checkApp(complete);

  const empty = await serve(context, {});
  await assert.rejects(checkApp(empty), {
    message: `The portal is up, but does not serve its app: ${empty}/ answers 404`,
  });
  const blank = await serve(context, { '/': '<html></html>' });
  await assert.rejects(checkApp(blank), {
    message: `The portal is up, but does not serve its app: ${blank}/ loads no script`,
  });
  const half = await serve(context, {
    '/': page,
    '/static/main.1a2b.css': 'css',
  });
  await assert.rejects(checkApp(half), {
    message: `The portal is up, but does not serve its app: ${half}/static/main.3c4d.js answers 404`,
  });
});
