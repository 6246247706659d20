import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { once } from 'node:events';
import { READINESS_PATH } from '@atrium/launcher/src/world/backend.ts';

const CHECK_MS = 1_000;

/**
 * A small load balancer: it asks each backend every second whether it is ready,
 * passes requests to those that are, in turn, and keeps connections open. It
 * never asks a second backend, so that each refusal is seen.
 */
export class Balancer {
  readonly url: string;
  readonly #backends: { port: number; isReady: boolean }[];
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server: Server;
  readonly #timer: NodeJS.Timeout;
  #turn = 0;

  private constructor(port: number, ports: number[]) {
    this.url = `http://127.0.0.1:${port}`;
    this.#backends = ports.map(one => ({ port: one, isReady: false }));
    this.#server = createServer((incoming, answer) =>
      this.#pass(incoming, answer),
    );
    this.#timer = setInterval(() => void this.#check(), CHECK_MS);
  }

  static async start(options: {
    port: number;
    backends: number[];
  }): Promise<Balancer> {
    const balancer = new Balancer(options.port, options.backends);
    balancer.#server.listen(options.port, '127.0.0.1');
    await once(balancer.#server, 'listening');
    return balancer;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#agent.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #check(): Promise<void> {
    await Promise.all(
      this.#backends.map(async backend => {
        backend.isReady = await isReady(backend.port);
      }),
    );
  }

  #pass(incoming: IncomingMessage, answer: ServerResponse): void {
    const ready = this.#backends.filter(one => one.isReady);
    const backend = ready[this.#turn++ % ready.length];
    if (!backend) {
      answer.writeHead(502).end('No backend is ready');
      return;
    }
    const { method, url: path, headers } = incoming;
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: backend.port,
        agent: this.#agent,
        method,
        path,
        headers,
      },
      passed => {
        // What ends one connection does not end the other.
        const { connection: _, ...kept } = passed.headers;
        answer.writeHead(passed.statusCode ?? 502, kept);
        passed.pipe(answer);
        passed.on('error', () => answer.destroy());
      },
    );
    outgoing.on('error', error => {
      if (!answer.headersSent) {
        answer.writeHead(502);
      }
      answer.end(`Backend ${backend.port}: ${error.message}`);
    });
    incoming.pipe(outgoing);
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    const url = `http://127.0.0.1:${port}${READINESS_PATH}`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(CHECK_MS) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
