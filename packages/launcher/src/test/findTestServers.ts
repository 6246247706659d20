import { connect } from 'node:net';

/** A server of this machine that tests of one driver run against. */
export interface TestServer {
  name: string;
  /** Its usual port. */
  port: number;
}

/** Where servers that drivers of provisioning are proven on usually are. */
const TEST_SERVERS: TestServer[] = [
  { name: 'postgres', port: 5432 },
  { name: 'mysql', port: 3306 },
  { name: 'redis', port: 6379 },
  // The management plugin; messages go over 5672.
  { name: 'rabbitmq', port: 15672 },
  { name: 'nats', port: 4222 },
];

/** Which servers there are on this machine, and which there are not. */
export async function findTestServers(
  servers: TestServer[] = TEST_SERVERS,
): Promise<{ found: TestServer[]; missing: TestServer[] }> {
  const answers = await Promise.all(
    servers.map(async server => ({
      server,
      isThere: await takesConnections(server.port),
    })),
  );
  const select = (isThere: boolean) =>
    answers
      .filter(answer => answer.isThere === isThere)
      .map(({ server }) => server);
  return { found: select(true), missing: select(false) };
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
