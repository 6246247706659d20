import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { OAuthTokens } from '@modelcontextprotocol/sdk/shared/auth.js';
import { expect, signIn, test } from './portalTest';

const CALLBACK = 'http://localhost:6274/oauth/callback';

/** What an agent keeps while it signs a person in. */
function createSession() {
  const kept: { url?: URL; tokens?: OAuthTokens; codeVerifier: string } = {
    codeVerifier: '',
  };
  const authProvider: OAuthClientProvider = {
    redirectUrl: CALLBACK,
    clientMetadata: { redirect_uris: [CALLBACK] },
    clientInformation: () => ({ client_id: 'mcp-inspector' }),
    tokens: () => kept.tokens,
    saveTokens: tokens => {
      kept.tokens = tokens;
    },
    redirectToAuthorization: url => {
      kept.url = url;
    },
    saveCodeVerifier: codeVerifier => {
      kept.codeVerifier = codeVerifier;
    },
    codeVerifier: () => kept.codeVerifier,
  };
  return { kept, authProvider };
}

test('an agent signs a person in, and works with their rights', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const endpoint = new URL('/api/mcp-actions/v1', baseURL);
  const { kept, authProvider } = createSession();
  const transport = new StreamableHTTPClientTransport(endpoint, {
    authProvider,
  });
  const agent = new Client({ name: 'journey', version: '1.0.0' });
  await expect(agent.connect(transport)).rejects.toThrow(UnauthorizedError);

  // The agent listens there; here its answer is enough.
  await page.route(`${CALLBACK}**`, route =>
    route.fulfill({ body: 'You may close this window' }),
  );
  await signIn(page, 'new-hire');
  await page.goto(`${kept.url}`);
  await expect(page.getByText('MCP Inspector')).toBeVisible();
  await page.getByRole('button', { name: 'Authorize' }).click();
  await page.waitForURL(`${CALLBACK}**`);
  const code = new URL(page.url()).searchParams.get('code');
  await transport.finishAuth(`${code}`);

  await agent.connect(
    new StreamableHTTPClientTransport(endpoint, { authProvider }),
  );
  const { tools } = await agent.listTools();
  expect(tools.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'catalog.query-catalog-entities',
      'scaffolder.find-scaffolder-actions',
      'search.query',
    ]),
  );
  const search = async () => {
    const found = await agent.callTool({
      name: 'search.query',
      arguments: { term: 'refund', types: ['techdocs'] },
    });
    return JSON.stringify(found.structuredContent);
  };
  // The index is filled after the start.
  await expect
    .poll(search, { timeout: 180_000 })
    .toContain('/docs/default/component/payment-service');
  await agent.close();
});
