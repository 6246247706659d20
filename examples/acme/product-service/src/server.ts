import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { createYoga } from 'graphql-yoga';
import { Pool } from 'pg';
import { readScopes } from './readScopes.ts';
import { DatabaseProductStore } from './DatabaseProductStore.ts';
import { createLoaders } from './loaders.ts';
import { resolvers, type RequestContext } from './resolvers.ts';

const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL_SIZE ?? 10),
});
const store = new DatabaseProductStore(pool);
const typeDefs = readFileSync(
  new URL('../schema.graphql', import.meta.url),
  'utf8',
);

const yoga = createYoga({
  schema: makeExecutableSchema<RequestContext>({ typeDefs, resolvers }),
  graphqlEndpoint: '/graphql',
  healthCheckEndpoint: '/health/live',
  context: async ({ request }): Promise<RequestContext> => ({
    store,
    loaders: createLoaders(store),
    scopes: await readScopes(request.headers.get('authorization')),
  }),
});

const server = createServer(async (request, response) => {
  if (request.url === '/health/ready') {
    const isReady = await pool.query('SELECT 1').then(
      () => true,
      () => false,
    );
    response.writeHead(isReady ? 204 : 503).end();
    return;
  }
  await yoga(request, response);
});

server.listen(8080, () => console.log('Listening on port 8080'));

process.once('SIGTERM', () => {
  server.close(() => {
    void pool.end();
  });
});
