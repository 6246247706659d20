import type { WorldPorts } from './ports.ts';
import type { Secrets } from './secrets.ts';

export interface WorldSettings {
  /** The checkout. */
  root: string;
  /** Where the world keeps its state. */
  home: string;
  ports: WorldPorts;
}

/** The variables by which the sandbox and the backend learn about the world. */
export function worldEnvironment(
  settings: WorldSettings,
  secrets: Secrets,
): Record<string, string> {
  const { root, home, ports } = settings;
  return {
    ATRIUM_ROOT: root,
    ATRIUM_HOME: home,
    ATRIUM_PORT: String(ports.portal),
    ATRIUM_PORTAL_URL: localUrl(ports.portal),
    ATRIUM_APP_URL: localUrl(ports.app),
    ATRIUM_GIT_HOST: `localhost:${ports.git}`,
    ATRIUM_GIT_URL: localUrl(ports.git),
    ATRIUM_IDENTITY_URL: localUrl(ports.identity),
    ATRIUM_KUBERNETES_URL: localUrl(ports.kubernetes),
    ATRIUM_METRICS_URL: localUrl(ports.metrics),
    ATRIUM_POSTGRES_PORT: String(ports.postgres),
    ...secrets,
  };
}

export function localUrl(port: number): string {
  return `http://localhost:${port}`;
}
