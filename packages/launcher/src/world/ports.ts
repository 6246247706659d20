import { createServer } from 'node:net';
import { Failure } from '../report.ts';
import { findPortOwner } from './portOwner.ts';
import { worldCommand, type WorldCommandOptions } from './worldCommand.ts';

/** The ports of a world, laid out from its base port. */
export interface WorldPorts {
  portal: number;
  git: number;
  identity: number;
  kubernetes: number;
  postgres: number;
  /** The metrics of the simulated services. */
  metrics: number;
  /** The app's development server; the portal itself serves the app otherwise. */
  app: number;
}

export interface WorldPortsOptions {
  basePort: number;
  isDevelopment: boolean;
}

export const DEFAULT_BASE_PORT = 7007;

/** The metrics have the sixth port after it, and 65535 is the last there is. */
export const HIGHEST_BASE_PORT = 65_529;

const NAMES: Record<keyof WorldPorts, string> = {
  portal: 'portal',
  git: 'git host',
  identity: 'identity provider',
  kubernetes: 'Kubernetes API',
  postgres: 'Postgres',
  metrics: 'metrics of the services',
  app: 'app',
};

export function worldPorts(options: WorldPortsOptions): WorldPorts {
  const { basePort, isDevelopment } = options;
  return {
    portal: basePort,
    git: basePort + 1,
    identity: basePort + 2,
    kubernetes: basePort + 3,
    postgres: basePort + 4,
    metrics: basePort + 6,
    app: isDevelopment ? developmentAppPort(basePort) : basePort,
  };
}

/**
 * Fails with the first port that something else listens on.
 *
 * @param command - what asks for them; absent where others cannot be chosen
 */
export async function checkPortsAreFree(
  ports: WorldPorts,
  command?: WorldCommandOptions,
): Promise<void> {
  const seen = new Set<number>();
  for (const [key, port] of Object.entries(ports)) {
    if (seen.has(port)) {
      continue;
    }
    seen.add(port);
    if (!(await isPortFree(port))) {
      const name = NAMES[key as keyof WorldPorts];
      const owner = await findPortOwner(port);
      throw new Failure(
        `Port ${port} (${name}) is taken${owner ? ` by ${owner}` : ''}`,
        {
          hint: command
            ? `Free it, or choose other ports: ${worldCommand(
                command,
                `--port ${ports.portal + 100}`,
              )}`
            : 'Free it: other tests may still be running.',
        },
      );
    }
  }
}

/** Whether nothing listens on a port of this machine's loopback addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1']) {
    if ((await tryToListen(port, host)) === 'EADDRINUSE') {
      return false;
    }
  }
  return true;
}

/** A port that nothing listens on right now. */
export async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      server.close(() => resolve(port ?? 0));
    });
  });
}

/** 3000 is where Backstage developers look for the app. */
function developmentAppPort(basePort: number): number {
  return basePort === DEFAULT_BASE_PORT ? 3000 : basePort + 5;
}

async function tryToListen(
  port: number,
  host: string,
): Promise<string | undefined> {
  return new Promise(resolve => {
    const server = createServer();
    // Without IPv6 the address is not available, which is no conflict.
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(undefined)),
    );
  });
}
