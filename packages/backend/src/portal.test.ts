import { eventually } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { AgentSession } from './__testUtils__/running/AgentSession';
import { ClientDocuments } from './__testUtils__/running/ClientDocuments';
import type { CollectedRoute } from './__testUtils__/running/collectRoutes';
import { exampleBodies } from './__testUtils__/running/exampleBodies';
import {
  RunningPortal,
  type Tool,
  tokenOf,
} from './__testUtils__/running/RunningPortal';
import { findMissing, findRows } from './routes/findRows';
import { atriumTable } from './routes/routeTable';
import type { RouteCaller } from './routes/RouteRow';

/** Routes of ours that keep no text of their body, or judge each for itself. */
const KEEPING_NOTHING = [
  'POST /api/catalog-health/validate',
  'POST /api/cost/imports',
  'POST /api/cost/proposals/check',
  'POST /api/cost/rule-dry-runs',
  'POST /api/delivery/event-counts',
  'POST /api/delivery/runs/x/rerun',
  'POST /api/entity-summary/rows',
  'POST /api/provisioning/proposals/check',
  'POST /api/provisioning/proposals/effects',
  'POST /api/scorecard/findings',
  'POST /api/scorecard/ownership-confirmations',
  'POST /api/scorecard/proposals/check',
  'POST /api/slo/proposals/check',
  'POST /api/techdocs/first-pages/by-entity',
  'POST /api/techdocs/page-previews',
  'POST /api/techdocs/proposals/check',
];

describe('the portal', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let documents: ClientDocuments;
  let portal: RunningPortal;
  let newHire: string;
  let admin: string;

  beforeAll(async () => {
    const knex = await databases.init('POSTGRES_18');
    documents = await ClientDocuments.start();
    portal = await RunningPortal.start(
      knex.client.config.connection,
      documents,
    );

    newHire = await portal.signIn('new-hire');
    admin = await portal.signIn('platform-admin');
  });

  afterAll(async () => {
    await portal?.stop();
    await documents?.stop();
  });

  function send(
    route: string,
    token?: string,
    body = exampleBodies[route] ?? {},
  ) {
    const [method, path] = route.split(' ');
    const hasBody = method !== 'GET' && method !== 'HEAD';
    return fetch(`${portal.url}${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: hasBody ? JSON.stringify(body) : undefined,
      redirect: 'manual',
    });
  }

  /** A call of the route, with something for each of its parameters. */
  function toCall({ method, path }: CollectedRoute): string {
    const filled = path
      .replaceAll(/:\w+(\([^)]*\))?\??/g, 'x')
      .replaceAll('*', 'x');
    return `${method === 'ANY' ? 'GET' : method} ${filled}`;
  }

  /** How the portal answers at each route that these callers may call. */
  async function askAll(callers: RouteCaller[], token?: string) {
    const asked = portal.routes.filter(route =>
      findRows(route).some(({ caller }) => callers.includes(caller)),
    );
    const answers = [];
    for (const route of asked) {
      const call = toCall(route);
      const response = await send(call, token);
      await response.body?.cancel();
      answers.push(`${response.status} ${call}`);
    }
    expect(answers).not.toEqual([]);
    expect(answers.filter(answer => answer.startsWith('5'))).toEqual([]);
    return answers;
  }

  describe('routes', () => {
    it('have one row each in the route table', () => {
      const wrong = portal.routes.filter(route => findRows(route).length !== 1);
      expect(wrong.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    });

    it('are all there that the table names', () => {
      expect(findMissing(portal.routes)).toEqual([]);
    });

    it('refuse nobody, and every token that there is no reason to trust', async () => {
      const callers: RouteCaller[] = ['service', 'signed-in', 'owner', 'admin'];
      // The plugin that signs people in lets calls without a token reach its
      // routes, which refuse them themselves.
      const unsigned = await askAll(callers);
      expect(
        unsigned.filter(answer => !/^401|^403 \w+ \/api\/auth\//.test(answer)),
      ).toEqual([]);
      const forged = Object.entries(portal.forge.forge(newHire));
      for (const [kind, token] of forged) {
        const answers = await askAll(callers, token);
        expect([
          kind,
          answers.filter(answer => !answer.startsWith('401')),
        ]).toEqual([kind, []]);
      }
    });

    it('answer 403 to who is no administrator, or no service', async () => {
      const answers = await askAll(['admin', 'service'], newHire);
      expect(answers.filter(answer => !answer.startsWith('403'))).toEqual([]);
    });

    it('let in who may come in', async () => {
      const answers = [
        ...(await askAll(['signed-in'], newHire)),
        ...(await askAll(['signed-in', 'owner', 'admin'], admin)),
      ];
      expect(answers.filter(answer => /^(401|403)/.test(answer))).toEqual([]);
    });

    it('name the field of a text that the database cannot keep', async () => {
      const others = new Set<string>();
      for (const route of portal.routes) {
        const call = toCall(route);
        const isOurs = findRows(route).some(row => atriumTable.includes(row));
        if (isOurs && /^(POST|PUT|PATCH) /.test(call)) {
          const response = await send(call, admin, { text: 'a\u0000' });
          const answer = await response.text();
          if (
            response.status === 400 &&
            !answer.includes("'text': has a character that cannot be kept")
          ) {
            others.add(call);
          }
        }
      }
      expect([...others].sort()).toEqual(KEEPING_NOTHING);
    });

    it('are all that each plugin answers', async () => {
      const paths = portal.routes.map(({ path }) => path.split('/'));
      const plugins = paths.flatMap(([, root, plugin]) =>
        root === 'api' && plugin ? [plugin] : [],
      );
      for (const plugin of new Set(plugins)) {
        const response = await send(`GET /api/${plugin}/not/a/route`, admin);
        expect([plugin, response.status, await response.json()]).toEqual([
          plugin,
          404,
          expect.objectContaining({
            error: expect.objectContaining({ name: 'NotFoundError' }),
          }),
        ]);
      }
    });
  });

  // 404 means that the catalog was asked about the entity.
  it.each<[Tool, string, object, number]>([
    ['deliveryEvents', 'POST /api/delivery/events', {}, 400],
    [
      'securityFindings',
      'POST /api/scorecard/findings?entityRef=component:default/shop&commit=4f1c2d3e',
      {},
      404,
    ],
    [
      'catalogFiles',
      'POST /api/catalog-health/validate',
      {
        location: 'https://localhost/acme/shop/blob/main/catalog-info.yaml',
        content: 'apiVersion: v1\nkind: Component\nmetadata: { name: shop }',
      },
      200,
    ],
  ])(
    'takes %s with a token for nothing else',
    async (tool, route, body, status) => {
      expect((await send(route, tokenOf(tool), body)).status).toBe(status);
      const entities = 'GET /api/catalog/entities';
      expect((await send(entities, tokenOf(tool))).status).toBe(403);
    },
  );

  describe('scheduled tasks', () => {
    const tasks = '/api/scaffolder/.backstage/scheduler/v1/tasks';
    // It runs at the start, and then every five minutes.
    const taskId = 'close_stale_tasks';
    const trigger = `POST ${tasks}/${taskId}/trigger`;

    it('are refused to people who are no administrators, in words', async () => {
      for (const [route, what] of [
        [`GET ${tasks}`, 'see its scheduled tasks'],
        [trigger, 'start and stop its scheduled tasks'],
      ]) {
        const response = await send(route, newHire);
        expect([response.status, (await response.json()).error]).toEqual([
          403,
          {
            name: 'NotAllowedError',
            message: `Only administrators of the portal may ${what}; ask them to do it`,
          },
        ]);
      }
    });

    it('run when they are due, and when an administrator starts them', async () => {
      const readLastRun = async (): Promise<string | undefined> => {
        const listed = await (await send(`GET ${tasks}`, admin)).json();
        const { taskState } = listed.tasks.find(
          (task: { taskId: string }) => task.taskId === taskId,
        );
        return taskState?.lastRunEndedAt;
      };
      const first = await eventually(readLastRun);
      expect((await send(trigger, admin)).status).toBe(200);
      const second = await eventually(
        readLastRun,
        at => at !== undefined && at !== first,
      );
      expect(Date.parse(String(second))).toBeGreaterThan(
        Date.parse(String(first)),
      );
    });
  });

  describe('answers', () => {
    it.each([
      '/api/nothing/here',
      '/.well-known/nothing',
      '/.WELL-KNOWN/nothing',
    ])('say in JSON that there is no %s', async path => {
      const response = await send(`GET ${path}`, newHire);
      expect([response.status, await response.json()]).toMatchObject([
        404,
        { error: { name: 'NotFoundError' } },
      ]);
    });

    it('are kept by nobody unless their route says so', async () => {
      const header = async (path: string) =>
        (await send(`GET ${path}`, newHire)).headers.get('cache-control');
      expect(await header('/api/catalog/entities')).toBe('no-store');
      expect(await header('/api/nothing')).toBe('no-store');
      expect(await header('/.well-known/oauth-authorization-server')).toBe(
        'no-store',
      );
    });

    it.each([
      '/api/catalog/entities/by-name/component/default/%00',
      '/api/catalog/entities/by-name/component/default/a%0Ab',
      '/api/catalog/entities/by-query?filter=metadata.name=%00',
      '/api/slo/slos?entityRef=component:default/%00',
      '/api/delivery/runs?entityRef=component:default/%00',
    ])('refuse control characters in %s', async path => {
      expect((await send(`GET ${path}`, newHire)).status).toBe(400);
    });

    it.each([
      ['POST /api/catalog/entities/by-refs', { entityRefs: ['component:a\0'] }],
      ['POST /api/catalog/entities/by-query', { query: { kind: 'a\0' } }],
      ['POST /api/catalog/entity-facets', { facets: ['a\0'] }],
      ['POST /api/notifications/update', { ids: ['a\0'], read: true }],
      [
        'POST /api/user-settings/multiget',
        { items: [{ bucket: 'a\0', key: 'a' }] },
      ],
    ])('refuse NUL in the body of %s', async (route, body) => {
      const response = await send(route, newHire, body);
      expect([response.status, (await response.json()).error]).toEqual([
        400,
        {
          name: 'InputError',
          message: expect.stringMatching(/or the NUL character$/),
        },
      ]);
    });

    it('give words to refusals that have none', async () => {
      const response = await send('POST /api/catalog/locations', newHire);
      expect([response.status, (await response.json()).error]).toEqual([
        403,
        {
          name: 'NotAllowedError',
          message:
            'POST /api/catalog/locations is not allowed for you. Owners may change what is theirs, members of group:default/platform-team everything; ask one of them',
        },
      ]);
    });
  });

  it('logs requests without the secrets of their addresses', async () => {
    const secret = 'k3pt-secret';
    await send(`GET /api/auth/oidc/handler/frame?code=${secret}&state=x`);
    await send(
      `GET /api/catalog/entities?access_token=${secret}&filter=kind=a`,
    );
    await send('GET /api/catalog/entities?limit=1', newHire);
    await portal.waitForLog('limit=1');
    expect(portal.log).toContain('frame?code=***&state=***');
    expect(portal.log).toContain('entities?access_token=***&filter=kind=a');
    expect(portal.log).not.toContain(secret);
  });

  describe('agents', () => {
    const endpoint = () => new URL('/api/mcp-actions/v1', portal.url);

    /** Lets an agent begin to sign in, and the new hire agree to it. */
    async function signInToAgent(authProvider: AgentSession) {
      const transport = new StreamableHTTPClientTransport(endpoint(), {
        authProvider,
      });
      const agent = new Client({ name: 'test', version: '1.0.0' });
      await expect(agent.connect(transport)).rejects.toThrow(UnauthorizedError);
      const asked = await fetch(`${authProvider.authorizationUrl}`, {
        redirect: 'manual',
      });
      const sessionId = asked.headers
        .get('location')
        ?.replace(`${portal.url}/oauth2/authorize/`, '');
      const approve = `POST /api/auth/v1/sessions/${sessionId}/approve`;
      const agreed = await send(approve, newHire);
      const { redirectUrl } = await agreed.json();
      expect(redirectUrl).toContain(`${AgentSession.redirectUri}?code=`);
      const code = `${new URL(redirectUrl).searchParams.get('code')}`;
      return { agent, code, transport };
    }

    it('find out by themselves how people sign in', async () => {
      const refused = await send('POST /api/mcp-actions/v1');
      const metadata = `${portal.url}/.well-known/oauth-protected-resource/api/mcp-actions/v1`;
      expect([refused.status, refused.headers.get('www-authenticate')]).toEqual(
        [401, `Bearer resource_metadata="${metadata}"`],
      );
      const resource = await (await fetch(metadata)).json();
      expect(resource).toMatchObject({
        resource: `${endpoint()}`,
        authorization_servers: [expect.any(String)],
      });
      const server = await fetch(
        `${portal.url}/.well-known/oauth-authorization-server`,
      );
      expect(await server.json()).toMatchObject({
        issuer: resource.authorization_servers[0],
        authorization_endpoint: `${portal.url}/api/auth/v1/authorize`,
        token_endpoint: `${portal.url}/api/auth/v1/token`,
        code_challenge_methods_supported: ['S256'],
      });
    });

    it('sign a person in, and work with the rights of that person', async () => {
      const authProvider = new AgentSession();
      const { agent, code, transport } = await signInToAgent(authProvider);
      await transport.finishAuth(code);

      await agent.connect(
        new StreamableHTTPClientTransport(endpoint(), { authProvider }),
      );
      const { tools } = await agent.listTools();
      const names = tools.map(({ name }) => name);
      expect(names).toEqual(
        expect.arrayContaining([
          'catalog.query-catalog-entities',
          'scaffolder.find-scaffolder-actions',
          'scaffolder.get-scaffolder-action',
          'search.query',
          'techdocs.get-techdocs-metadata',
        ]),
      );
      expect(names).not.toContain('scaffolder.list-scaffolder-actions');

      const found = await agent.callTool({
        name: 'search.query',
        // Whether the index is filled yet makes no difference to this one.
        arguments: { term: 'xylophonequartz', types: ['techdocs'] },
      });
      expect(found.structuredContent).toMatchObject({ results: [] });
      const page = await agent.callTool({
        name: 'scaffolder.find-scaffolder-actions',
        arguments: { limit: 5 },
      });
      expect(JSON.stringify(page).length).toBeLessThan(5_000);
      expect(page.structuredContent).toMatchObject({
        items: { length: 5 },
        nextCursor: expect.any(String),
      });
      const refused = await agent.callTool({
        name: 'catalog.register-entity',
        arguments: {
          locationUrl: 'http://localhost/acme/shop/blob/main/catalog-info.yaml',
        },
      });
      expect(refused).toMatchObject({
        isError: true,
        content: [
          {
            text: expect.stringMatching(
              /POST \/api\/catalog\/locations is not allowed for you/,
            ),
          },
        ],
      });
      await agent.close();
    });

    it('sign a person in by a document that says who they are', async () => {
      const authProvider = new AgentSession(documents.agentUrl);
      const { agent, code, transport } = await signInToAgent(authProvider);
      expect(documents.asked).toContain(documents.agentUrl);
      expect(authProvider.authorizationUrl?.searchParams.get('client_id')).toBe(
        documents.agentUrl,
      );
      await transport.finishAuth(code);

      await agent.connect(
        new StreamableHTTPClientTransport(endpoint(), { authProvider }),
      );
      const found = await agent.callTool({
        name: 'search.query',
        arguments: { term: 'xylophonequartz', types: ['techdocs'] },
      });
      expect(found.structuredContent).toMatchObject({ results: [] });
      await agent.close();
    });

    it('are refused by a document that does not name where they are sent to', async () => {
      const authorize = async (clientId: string, redirectUri: string) => {
        const query = new URLSearchParams({
          client_id: clientId,
          redirect_uri: redirectUri,
          response_type: 'code',
          code_challenge: 'x'.repeat(43),
          code_challenge_method: 'S256',
        });
        const response = await send(`GET /api/auth/v1/authorize?${query}`);
        const { error } = await response.json();
        return [
          response.status,
          response.headers.get('location'),
          error.message,
        ];
      };
      const { redirectUri } = AgentSession;
      const { webRedirectUri } = ClientDocuments;

      expect(await authorize(documents.elsewhereUrl, redirectUri)).toEqual([
        400,
        null,
        `Invalid redirect_uri '${redirectUri}', not registered in client metadata`,
      ]);
      // What the document names itself is not enough: codes stay on the machine.
      expect(await authorize(documents.webUrl, webRedirectUri)).toEqual([
        400,
        null,
        `Invalid redirect_uri '${webRedirectUri}'`,
      ]);
      expect(await authorize(documents.borrowedUrl, redirectUri)).toEqual([
        400,
        null,
        'Client ID mismatch in metadata document',
      ]);
      const unlisted = documents.agentUrl.replace('agent', 'unlisted');
      expect(await authorize(unlisted, redirectUri)).toEqual([
        400,
        null,
        `Invalid client_id '${unlisted}'`,
      ]);
    });

    it('get no token by a code that somebody else asked for', async () => {
      const authProvider = new AgentSession();
      const { code, transport } = await signInToAgent(authProvider);
      authProvider.saveCodeVerifier('another-verifier'.repeat(3));
      await expect(transport.finishAuth(code)).rejects.toThrow(/verif/i);
      expect(authProvider.tokens()).toBeUndefined();
    });

    it.each([
      'https://agent.example.com/callback',
      'http://localhost:6274/elsewhere',
    ])('are not sent to %s', async redirectUri => {
      const query = new URLSearchParams({
        client_id: AgentSession.clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        code_challenge: 'x'.repeat(43),
        code_challenge_method: 'S256',
      });
      const response = await send(`GET /api/auth/v1/authorize?${query}`);
      expect([response.status, response.headers.get('location')]).toEqual([
        400,
        null,
      ]);
      expect((await response.json()).error.message).toBe(
        `Invalid redirect_uri '${redirectUri}'`,
      );
    });
  });
});
