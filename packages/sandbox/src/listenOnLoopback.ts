import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { IncomingMessage } from 'node:http';

export interface ListenOnLoopbackOptions {
  /** How messages call the server, for example `git host`. */
  name: string;
  /** The public URL of the server; its port is the one listened on. */
  url: string;
  handler: RequestListener;
  onUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

export interface LoopbackServer {
  close(): Promise<void>;
}

/** How long running requests may go on after the server was told to close. */
const closeGraceMs = 1_000;

/**
 * Serves HTTP to this machine only.
 *
 * @remarks
 * `localhost` resolves to 127.0.0.1 for some programs and to ::1 for others,
 * so both are listened on where the machine has them, and nothing else is.
 */
export async function listenOnLoopback(
  options: ListenOnLoopbackOptions,
): Promise<LoopbackServer> {
  const port = Number(new URL(options.url).port || 80);
  const servers: Server[] = [];

  const close = async () => {
    await Promise.all(servers.map(closeServer));
  };

  for (const address of ['127.0.0.1', '::1']) {
    const server = createServer(options.handler);
    if (options.onUpgrade) {
      server.on('upgrade', options.onUpgrade);
    }
    try {
      await listen(server, port, address);
      servers.push(server);
    } catch (error) {
      if (address === '::1' && isAddressMissing(error)) {
        continue;
      }
      await close();
      throw describeListenError(error, options, port);
    }
  }

  return { close };
}

function listen(server: Server, port: number, address: string) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: address, ipv6Only: address === '::1' }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closeServer(server: Server) {
  return new Promise<void>(resolve => {
    const timer = setTimeout(() => server.closeAllConnections(), closeGraceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function errorCode(error: unknown) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function isAddressMissing(error: unknown) {
  return ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(String(errorCode(error)));
}

function describeListenError(
  error: unknown,
  options: ListenOnLoopbackOptions,
  port: number,
) {
  const prefix = `The ${options.name} of the sandbox cannot listen on port ${port}`;
  if (errorCode(error) === 'EADDRINUSE') {
    return new Error(
      `${prefix}: another program uses it. Stop that program, or choose other ports with "npm start -- --port <number>".`,
      { cause: error },
    );
  }
  return new Error(`${prefix}: ${error}`, { cause: error });
}
