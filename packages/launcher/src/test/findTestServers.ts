import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';

/** A server or program of this machine that tests of one driver run against. */
export interface TestServer {
  name: string;
  /** The usual port of a server; absent for a program. */
  port?: number;
}

/** Where servers that drivers of provisioning are proven on usually are. */
const TEST_SERVERS: TestServer[] = [
  { name: 'postgres', port: 5432 },
  { name: 'mysql', port: 3306 },
  { name: 'redis', port: 6379 },
  // The management plugin; messages go over 5672.
  { name: 'rabbitmq', port: 15672 },
  { name: 'nats', port: 4222 },
  // The second reader of what the driver for Kubernetes makes.
  { name: 'kubectl' },
  // Started by tests themselves, as operators run them.
  { name: 'nats-server' },
  { name: 'redis-server' },
  { name: 'mariadbd' },
];

/** Which servers there are on this machine, and which there are not. */
export async function findTestServers(
  servers: TestServer[] = TEST_SERVERS,
): Promise<{ found: TestServer[]; missing: TestServer[] }> {
  const answers = await Promise.all(
    servers.map(async server => ({
      server,
      isThere:
        server.port === undefined
          ? isInstalled(server.name)
          : await takesConnections(server.port),
    })),
  );
  const select = (isThere: boolean) =>
    answers
      .filter(answer => answer.isThere === isThere)
      .map(({ server }) => server);
  return { found: select(true), missing: select(false) };
}

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some(folder => folder !== '' && existsSync(join(folder, program)));
}

async function takesConnections(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 2_000 });
    const answer = (isThere: boolean) => () => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', answer(true));
    socket.once('error', answer(false));
    socket.once('timeout', answer(false));
  });
}
