import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { test, type TestContext } from 'node:test';
import { signIn } from './signIn.ts';

async function serve(
  context: TestContext,
  handle: RequestListener,
): Promise<string> {
  const server = createServer(handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  return `http://127.0.0.1:${address.port}`;
}

/** The two sides of a sign-in, as far as a browser sees them. */
async function startWorld(context: TestContext) {
  const identityUrl = await serve(context, (request, response) => {
    const url = new URL(request.url ?? '/', 'http://identity');
    const persona = url.searchParams.get('login_hint');
    if (persona === 'new-hire') {
      response.writeHead(303, {
        location: `${url.searchParams.get('redirect_uri')}?code=abc`,
      });
      response.end();
    } else {
      response.writeHead(400);
      response.end(
        `<p>There is no persona. Choose one of: new-hire, eng-manager.</p>`,
      );
    }
  });
  const portalUrl = await serve(context, (request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (url.pathname === '/api/auth/oidc/start') {
      response.writeHead(302, {
        location: `${identityUrl}/auth?client_id=atrium&redirect_uri=${url.origin}/api/auth/oidc/handler/frame`,
        'set-cookie': [
          'oidc-nonce=n1; Path=/api/auth/oidc/handler; HttpOnly',
          'elsewhere=x; Path=/api/authority',
          'gone=x; Path=/; Max-Age=0',
        ],
      });
      response.end();
      return;
    }
    const message =
      request.headers.cookie === 'oidc-nonce=n1'
        ? { response: { backstageIdentity: { token: "it's.a.token" } } }
        : { error: { message: `Cookies: ${request.headers.cookie}` } };
    const encoded = encodeURIComponent(JSON.stringify(message)).replace(
      /'/g,
      '%27',
    );
    response.end(
      `<script>var authResponse = decodeURIComponent('${encoded}');</script>`,
    );
  });
  return { portalUrl, identityUrl };
}

test('follows the sign-in to the token', async context => {
  const world = await startWorld(context);

  assert.equal(await signIn({ ...world, persona: 'new-hire' }), "it's.a.token");
});

test('an unknown persona is answered with the known ones', async context => {
  const world = await startWorld(context);

  await assert.rejects(signIn({ ...world, persona: 'nobody' }), {
    message: "There is no persona 'nobody'",
    hint: 'Choose one of: new-hire, eng-manager',
  });
  await assert.rejects(signIn({ ...world, persona: '' }), {
    message: 'Which persona?',
  });
});
