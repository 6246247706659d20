import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;

/** How long whoever is connected may take to read an end, before it is cut. */
const GOODBYE_MS = 250;

/** Answers that end when something happens, and not by themselves. */
const EVENT_STREAM = 'text/event-stream';
const NOTIFY_TIMEOUT_HEADER = 'backstage-events-notify-timeout';

/**
 * Follows what a server is answering, so that it can stop without cutting off
 * anybody who still gets an answer.
 *
 * @remarks The stock server waits until every connection is closed. Long polls
 * of the event bus keep theirs for up to 55 seconds, web sockets for as long as
 * a page is open.
 */
export class RequestDrain {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #responses = new Set<ServerResponse>();
  #isStopping = false;
  #closed?: Promise<void>;

  constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    // Before the router, which may answer within its listener.
    server.prependListener('request', (_request, response) => {
      this.#responses.add(response);
      response.once('close', () => this.#responses.delete(response));
      if (this.#isStopping) {
        endConnectionAfter(response);
      }
    });
  }

  /**
   * Answers whatever comes as before, but on no connection more than once, so
   * that a load balancer keeps none for later.
   */
  begin(): void {
    this.#isStopping = true;
    for (const response of this.#responses) {
      endConnectionAfter(response);
    }
  }

  /**
   * Waits for the answers that are under way; those that would not end by
   * themselves are not waited for.
   *
   * @returns How many requests were not answered within the time.
   */
  async wait(timeoutMs: number): Promise<number> {
    const deadline = performance.now() + timeoutMs;
    while (this.#countUnanswered() > 0 && performance.now() < deadline) {
      await sleep(POLL_MS);
    }
    return this.#countUnanswered();
  }

  /** Refuses new connections, ends the streams and closes what is left. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const closed = new Promise<void>(resolve => {
      this.#server.close(() => resolve());
    });
    for (const response of this.#responses) {
      const { headersSent, socket } = response;
      if (headersSent) {
        response.end(() => socket?.end());
      }
    }
    await Promise.race([closed, sleep(GOODBYE_MS)]);
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    await closed;
  }

  #countUnanswered(): number {
    return [...this.#responses].filter(response => !isStream(response)).length;
  }
}

function endConnectionAfter(response: ServerResponse): void {
  if (!response.headersSent) {
    response.setHeader('Connection', 'close');
  }
}

function isStream(response: ServerResponse): boolean {
  return (
    response.headersSent &&
    (String(response.getHeader('content-type')).startsWith(EVENT_STREAM) ||
      response.hasHeader(NOTIFY_TIMEOUT_HEADER))
  );
}
