import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { ServerConfig } from '../config/ServerConfig';
import { refuseUnreachable } from '../shared/refusals';

/**
 * Connects to JetStream for the time of some work.
 *
 * @throws ProviderRefusal when the server cannot be reached
 */
export async function withJetStream<T>(
  { name, host, port, user, password, tls }: ServerConfig,
  {
    signal,
    work,
  }: { signal: AbortSignal; work(manager: JetStreamManager): Promise<T> },
): Promise<T> {
  signal.throwIfAborted();
  const connection = await connect({
    servers: `${host}:${port}`,
    user,
    pass: password,
    tls,
    timeout: 10_000,
    reconnect: false,
    name: 'atrium-provisioning',
  }).catch(error => {
    throw refuseUnreachable(name, error);
  });
  const end = () => {
    connection.close().catch(() => undefined);
  };
  signal.addEventListener('abort', end);
  try {
    return await work(await jetstreamManager(connection, { timeout: 15_000 }));
  } finally {
    signal.removeEventListener('abort', end);
    await connection.close();
  }
}
