import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';

/** An alert as it arrived. */
export interface ReceivedAlert {
  /** What the sender says to know it by. */
  id: string;
  body: string;
}

/** Takes the messages that alerts are sent as, and keeps them. */
export class AlertReceiver {
  readonly url: string;
  readonly received: ReceivedAlert[] = [];
  readonly #server: Server;

  private constructor(url: string, server: Server) {
    this.url = url;
    this.#server = server;
  }

  static async start(port: number): Promise<AlertReceiver> {
    const server = createServer(async (request, response) => {
      receiver.received.push({
        id: String(request.headers['idempotency-key']),
        body: await text(request),
      });
      response.end('ok');
    });
    const receiver = new AlertReceiver(`http://127.0.0.1:${port}`, server);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return receiver;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
