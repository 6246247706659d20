/** Where a backend of the production config listens, and keeps its data. */
export interface ProductionEnvironmentOptions {
  port: number;
  /** What people open; the backend itself without it. */
  portalUrl?: string;
  server: { port: number; password: string };
  database: string;
}

/** What docs/guides/operators.md says that a deployment sets, and no more. */
export function productionEnvironment(
  options: ProductionEnvironmentOptions,
): Record<string, string> {
  const { port, server, database } = options;
  return {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    PORT: String(port),
    ATRIUM_PORTAL_URL: options.portalUrl ?? `http://localhost:${port}`,
    POSTGRES_HOST: '127.0.0.1',
    POSTGRES_PORT: String(server.port),
    POSTGRES_USER: 'postgres',
    POSTGRES_PASSWORD: server.password,
    POSTGRES_DATABASE: database,
    ATRIUM_SESSION_SECRET: 'not-a-secret-but-a-test',
    // Nothing listens there: the portal starts while its provider is down.
    ATRIUM_OIDC_METADATA_URL: 'http://localhost:9/openid-configuration',
    ATRIUM_OIDC_CLIENT_ID: 'atrium',
    ATRIUM_OIDC_CLIENT_SECRET: 'not-a-secret-but-a-test',
    ATRIUM_GITHUB_ORGANIZATION: 'acme',
    GITHUB_TOKEN: 'not-a-token-but-a-test',
  };
}
