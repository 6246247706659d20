import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { SandboxConfig } from '../config.ts';
import { personas } from '../personas.ts';
import { startIdentity } from './startIdentity.ts';

let config: SandboxConfig;
let running: { close(): Promise<void> };

const portalUrl = 'http://localhost:7007';
const redirectUri = `${portalUrl}/api/auth/oidc/handler/frame`;

/** Follows redirects inside the provider and keeps its cookies. */
class Browser {
  readonly #cookies = new Map<string, string>();

  async follow(url: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        Accept: 'text/html',
        Connection: 'close',
        Cookie: [...this.#cookies].map(pair => pair.join('=')).join('; '),
      },
    });
    for (const header of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      if (value) {
        this.#cookies.set(name, value);
      } else {
        this.#cookies.delete(name);
      }
    }
    const location = response.headers.get('location');
    if (location && !location.startsWith(portalUrl)) {
      return this.follow(new URL(location, url).href);
    }
    return response;
  }
}

before(async () => {
  config = {
    root: '',
    stateDir: await mkdtemp(path.join(os.tmpdir(), 'atrium-identity-')),
    portalUrl,
    gitUrl: '',
    gitToken: '',
    webhookSecret: '',
    deliverySecret: '',
    identityUrl: `http://localhost:${await findFreePort()}`,
    oidcClientSecret: 'sandbox-client-secret',
    kubernetesUrl: '',
    kubernetesTokens: { portal: '', score: '', provisioning: '', secrets: '' },
    metricsUrl: '',
    sloToken: '',
    home: '',
    postgres: { port: 0, password: '' },
  };
  running = await startIdentity({ config, personas });
});

after(async () => {
  await running.close();
  await rm(config.stateDir, { recursive: true });
});

test('describes itself in the discovery document', async () => {
  const response = await fetch(
    `${config.identityUrl}/.well-known/openid-configuration`,
  );
  assert.equal(response.status, 200);
  const document = await response.json();
  assert.equal(document.issuer, config.identityUrl);
  assert.equal(document.authorization_endpoint, `${config.identityUrl}/auth`);
  assert.equal(document.userinfo_endpoint, `${config.identityUrl}/me`);
  assert.ok(document.end_session_endpoint);
  assert.ok(document.revocation_endpoint);
  assert.deepEqual(document.id_token_signing_alg_values_supported, ['RS256']);
});

test('signs a persona in who was chosen on the page', async () => {
  const browser = new Browser();
  const page = await browser.follow(authorizeUrl({ prompt: 'login' }));
  assert.equal(page.status, 200);
  const html = await page.text();
  assert.match(html, /Sign in to Acme \(sample identity provider\)/);
  for (const name of [
    'Priya Natarajan',
    'Jonas Weber',
    'Mina Okafor',
    'Elena Marchetti',
  ]) {
    assert.ok(html.includes(`aria-label="Sign in as ${name}"`), name);
  }
  assert.doesNotMatch(html, /(src|href)="https?:/);

  const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
  const callback = await browser.follow(`${config.identityUrl}${action}`, {
    method: 'POST',
    body: new URLSearchParams({ persona: 'payments-dev' }),
  });
  const tokens = await exchange(codeOf(callback));
  assert.equal(tokens.status, 200);

  const userinfo = await fetch(`${config.identityUrl}/me`, {
    headers: { Authorization: `Bearer ${tokens.body.access_token}` },
  });
  assert.deepEqual(await userinfo.json(), {
    sub: 'payments-dev',
    name: 'Priya Natarajan',
    preferred_username: 'payments-dev',
    groups: ['team-payments'],
    email: 'payments-dev@acme.example',
    email_verified: true,
  });
});

test('signs in without the page by login_hint, also over another session', async () => {
  const browser = new Browser();
  for (const name of ['new-hire', 'platform-admin']) {
    const callback = await browser.follow(authorizeUrl({ login_hint: name }));
    const { body } = await exchange(codeOf(callback));
    assert.equal(claimsOf(body.id_token).preferred_username, name);
  }
});

test('grants consent without asking', async () => {
  const callback = await new Browser().follow(
    authorizeUrl({
      login_hint: 'payments-dev@acme.example',
      prompt: 'login consent',
      scope: 'openid profile email offline_access',
    }),
  );
  const { body } = await exchange(codeOf(callback));
  assert.equal(body.scope, 'openid profile email offline_access');
});

test('refuses an unknown persona with 400', async () => {
  const byHint = await new Browser().follow(
    authorizeUrl({ login_hint: 'somebody' }),
  );
  assert.equal(byHint.status, 400);
  assert.match(await byHint.text(), /There is no persona &#39;somebody&#39;/);

  const browser = new Browser();
  const page = await browser.follow(authorizeUrl({}));
  const action = /action="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const chosen = await browser.follow(`${config.identityUrl}${action}`, {
    method: 'POST',
    body: new URLSearchParams({ persona: '<script>' }),
  });
  assert.equal(chosen.status, 400);
  assert.doesNotMatch(await chosen.text(), /<script>/);
});

test('refuses a wrong client secret with 401', async () => {
  const callback = await new Browser().follow(
    authorizeUrl({ login_hint: 'new-hire' }),
  );
  const { status, body } = await exchange(codeOf(callback), 'wrong');
  assert.equal(status, 401);
  assert.equal(body.error, 'invalid_client');
});

test('refuses a redirect URI that is not registered', async () => {
  const response = await new Browser().follow(
    authorizeUrl({ redirect_uri: 'https://evil.example/callback' }),
  );
  assert.equal(response.status, 400);
  assert.equal(response.headers.get('location'), null);
  assert.match(await response.text(), /invalid_redirect_uri/);
});

test('answers an interaction without its cookie with 400', async () => {
  const response = await fetch(`${config.identityUrl}/interaction/unknown`);
  assert.equal(response.status, 400);
});

test('keeps keys, sessions and refresh tokens over a restart', async () => {
  const keysBefore = await readJwks();
  const browser = new Browser();
  const callback = await browser.follow(
    authorizeUrl({ login_hint: 'eng-manager' }),
  );
  const first = await exchange(codeOf(callback));
  assert.ok(first.body.refresh_token);

  await running.close();
  running = await startIdentity({ config, personas });

  assert.deepEqual(await readJwks(), keysBefore);
  const refreshed = await requestTokens({
    grant_type: 'refresh_token',
    refresh_token: first.body.refresh_token,
  });
  assert.equal(refreshed.status, 200);
  assert.equal(claimsOf(refreshed.body.id_token).sub, 'eng-manager');
  const silently = await browser.follow(authorizeUrl({ prompt: 'none' }));
  assert.ok(codeOf(silently));

  for (const file of ['keys.json', 'sessions.json']) {
    const { mode } = await stat(path.join(config.stateDir, 'identity', file));
    assert.equal(mode.toString(8).slice(-3), '600', file);
  }
});

test('ends the session, and revokes the refresh token', async () => {
  const browser = new Browser();
  const callback = await browser.follow(
    authorizeUrl({ login_hint: 'payments-dev' }),
  );
  const { body } = await exchange(codeOf(callback));

  const page = await browser.follow(`${config.identityUrl}/session/end`);
  const html = await page.text();
  assert.match(html, /Sign out of Acme\?/);
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const done = await browser.follow(
    `${config.identityUrl}/session/end/confirm`,
    {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    },
  );
  assert.match(await done.text(), /You are signed out/);

  const silently = await browser.follow(authorizeUrl({ prompt: 'none' }));
  const location = new URL(silently.headers.get('location') ?? '');
  assert.equal(location.searchParams.get('error'), 'login_required');

  const token = body.refresh_token;
  const revoked = await postAsClient('/token/revocation', { token });
  assert.equal(revoked.status, 200);
  const refreshed = await requestTokens({
    grant_type: 'refresh_token',
    refresh_token: token,
  });
  assert.equal(refreshed.status, 400);
});

function authorizeUrl(parameters: Record<string, string>) {
  const query = new URLSearchParams({
    client_id: 'atrium',
    response_type: 'code',
    scope: 'openid profile email',
    redirect_uri: redirectUri,
    state: 'some-state',
    nonce: 'some-nonce',
    ...parameters,
  });
  return `${config.identityUrl}/auth?${query}`;
}

function codeOf(response: Response) {
  const location = new URL(response.headers.get('location') ?? '');
  assert.equal(location.origin + location.pathname, redirectUri);
  assert.equal(location.searchParams.get('state'), 'some-state');
  const code = location.searchParams.get('code');
  assert.ok(code, location.search);
  return code;
}

function exchange(code: string, secret?: string) {
  return requestTokens(
    { grant_type: 'authorization_code', code, redirect_uri: redirectUri },
    secret,
  );
}

async function requestTokens(
  parameters: Record<string, string>,
  secret?: string,
) {
  const response = await postAsClient('/token', parameters, secret);
  return { status: response.status, body: await response.json() };
}

function postAsClient(
  pathname: string,
  parameters: Record<string, string>,
  secret = config.oidcClientSecret,
) {
  const credentials = Buffer.from(`atrium:${secret}`).toString('base64');
  return fetch(config.identityUrl + pathname, {
    method: 'POST',
    // Connections kept open would be dead after the restart.
    headers: { Authorization: `Basic ${credentials}`, Connection: 'close' },
    body: new URLSearchParams(parameters),
  });
}

function claimsOf(idToken: string) {
  return JSON.parse(
    Buffer.from(idToken.split('.')[1], 'base64url').toString('utf8'),
  );
}

async function readJwks() {
  const response = await fetch(`${config.identityUrl}/jwks`, {
    headers: { Connection: 'close' },
  });
  return response.json();
}

async function findFreePort() {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
