import path from 'node:path';

/** The tokens of the service accounts of the clusters. */
export interface KubernetesTokens {
  /** Of the one that reads and restarts. */
  portal: string;
  /** Of the one that applies workloads of Score files. */
  score: string;
  /** Of the one that makes what operators act on. */
  provisioning: string;
  /** Of the one that hands what operators made to workloads. */
  secrets: string;
}

/** What the sandbox needs to know about the world it runs in. */
export interface SandboxConfig {
  /** The checkout: the sample organisation is read from `examples/acme`. */
  root: string;
  /** Where the world keeps its state. */
  home: string;
  /** Where the sandbox keeps what has to survive a restart. */
  stateDir: string;
  /** The server on which databases and queues are made. */
  postgres: { port: number; password: string };
  portalUrl: string;
  gitUrl: string;
  gitToken: string;
  webhookSecret: string;
  deliverySecret: string;
  identityUrl: string;
  oidcClientSecret: string;
  kubernetesUrl: string;
  kubernetesTokens: KubernetesTokens;
  metricsUrl: string;
  sloToken: string;
}

/**
 * Reads the configuration from the environment that the launcher sets.
 *
 * @remarks
 * All problems are reported at once, so that nobody repairs them one by one.
 */
export function readSandboxConfig(
  environment: Record<string, string | undefined>,
): SandboxConfig {
  const problems: string[] = [];

  const readText = (name: string) => {
    const value = environment[name]?.trim() ?? '';
    if (!value) {
      problems.push(`${name} is not set`);
    }
    return value;
  };

  const readUrl = (name: string) => {
    const value = readText(name);
    if (!value) {
      return value;
    }
    if (!URL.canParse(value) || new URL(value).protocol !== 'http:') {
      problems.push(`${name} is not an http URL: '${value}'`);
    }
    return value.replace(/\/+$/, '');
  };

  const home = readText('ATRIUM_HOME');
  const config: SandboxConfig = {
    root: readText('ATRIUM_ROOT'),
    home,
    stateDir: path.join(home, 'sandbox'),
    postgres: {
      port: Number(readText('ATRIUM_POSTGRES_PORT')),
      password: readText('ATRIUM_POSTGRES_PASSWORD'),
    },
    portalUrl: readUrl('ATRIUM_PORTAL_URL'),
    gitUrl: readUrl('ATRIUM_GIT_URL'),
    gitToken: readText('ATRIUM_GIT_TOKEN'),
    webhookSecret: readText('ATRIUM_WEBHOOK_SECRET'),
    deliverySecret: readText('ATRIUM_DELIVERY_SECRET'),
    identityUrl: readUrl('ATRIUM_IDENTITY_URL'),
    oidcClientSecret: readText('ATRIUM_OIDC_CLIENT_SECRET'),
    kubernetesUrl: readUrl('ATRIUM_KUBERNETES_URL'),
    kubernetesTokens: {
      portal: readText('ATRIUM_KUBERNETES_TOKEN'),
      score: readText('ATRIUM_KUBERNETES_SCORE_TOKEN'),
      provisioning: readText('ATRIUM_KUBERNETES_PROVISIONING_TOKEN'),
      secrets: readText('ATRIUM_KUBERNETES_SECRETS_TOKEN'),
    },
    metricsUrl: readUrl('ATRIUM_METRICS_URL'),
    sloToken: readText('ATRIUM_SLO_TOKEN'),
  };

  if (problems.length > 0) {
    throw new Error(
      `The sandbox cannot start: ${problems.join(
        ', ',
      )}. It is meant to be started by the launcher (npm start).`,
    );
  }
  return config;
}
