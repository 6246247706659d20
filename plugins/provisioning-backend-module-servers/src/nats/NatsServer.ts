import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import {
  type Authenticator,
  connect,
  type NatsConnection,
} from '@nats-io/transport-node';
import type { ServerConfig } from '../config/ServerConfig';
import { refuseUnreachable } from '../shared/refusals';

interface ConnectOptions<T, Connected> {
  signal: AbortSignal;
  /** In the place of the account of the configuration. */
  authenticator?: Authenticator;
  work(connected: Connected): Promise<T>;
}

/**
 * Connects for the time of some work.
 *
 * @throws ProviderRefusal when the server cannot be reached
 */
export async function withConnection<T>(
  { name, host, port, user, password, tls }: ServerConfig,
  { signal, authenticator, work }: ConnectOptions<T, NatsConnection>,
): Promise<T> {
  signal.throwIfAborted();
  const connection = await connect({
    servers: `${host}:${port}`,
    ...(authenticator ? { authenticator } : { user, pass: password }),
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
    return await work(connection);
  } finally {
    signal.removeEventListener('abort', end);
    await connection.close();
  }
}

/** Connects to JetStream for the time of some work. */
export async function withJetStream<T>(
  server: ServerConfig,
  options: ConnectOptions<T, JetStreamManager>,
): Promise<T> {
  return withConnection(server, {
    ...options,
    work: async connection =>
      options.work(await jetstreamManager(connection, { timeout: 15_000 })),
  });
}
