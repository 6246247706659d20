import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

interface ReceivedRequest {
  path: string | undefined;
  headers: IncomingHttpHeaders;
  text: string;
  eventCount: number;
}

/** An event as tests look at it. */
export interface ReceivedEvent {
  id: string;
  type: string;
  time: string;
  data: {
    subject: { id: string; content: Record<string, unknown> };
    customData?: { atrium: Record<string, string> };
  };
}

/** Takes delivery events in place of the portal. */
export class EventReceiver {
  readonly requests: ReceivedRequest[] = [];
  readonly events: ReceivedEvent[] = [];
  readonly #server: Server;

  private constructor(statuses: number[]) {
    this.#server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) {
        text += chunk;
      }
      if (request.url !== '/api/delivery/events') {
        response.end('{}');
        return;
      }
      const events: ReceivedEvent[] = JSON.parse(text);
      const { url: path, headers } = request;
      this.requests.push({ path, headers, text, eventCount: events.length });
      response.statusCode = statuses.shift() ?? 200;
      if (response.statusCode === 200) {
        this.events.push(...events);
      }
      response.end(JSON.stringify({ results: [] }));
    });
  }

  /** Listens; the first answers have these statuses, all others are 200. */
  static async start(statuses: number[] = []): Promise<EventReceiver> {
    const receiver = new EventReceiver(statuses);
    await new Promise<void>(resolve => {
      receiver.#server.listen(0, 'localhost', resolve);
    });
    return receiver;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://localhost:${port}`;
  }

  /** Waits for events, and fails when they have not come after a minute. */
  async waitFor(
    isEnough: (events: ReceivedEvent[]) => boolean,
  ): Promise<ReceivedEvent[]> {
    const deadline = Date.now() + 60_000;
    while (!isEnough(this.events)) {
      assert.ok(
        Date.now() < deadline,
        `got ${this.events.map(event => event.id).join(', ')}`,
      );
      await wait(20);
    }
    return this.events;
  }

  close(): Promise<void> {
    return new Promise(resolve => {
      this.#server.closeAllConnections();
      this.#server.close(() => resolve());
    });
  }
}
