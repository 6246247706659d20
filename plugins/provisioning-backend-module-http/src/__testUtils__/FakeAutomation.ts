import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { AutomationConfig } from '../config/readAutomationsConfig';

/** What the automation keeps of a resource. */
interface Record {
  resourceId: string;
  installationId?: string;
  providerName: string;
  status: 'working' | 'ready' | 'failed';
  message?: string;
  fingerprint?: string;
  access?: string;
  differences?: string[];
  /** What it is at, and when that is done. */
  work?: { doneAt: number; finish(): void };
}

/** A request, as it came. */
interface Seen {
  route: string;
  authorization?: string;
  key?: string | string[];
  body?: unknown;
}

type Handler = (
  req: IncomingMessage,
  res: ServerResponse,
) => Promise<void> | void;

/** An automation that keeps the contract, in this process, with a mind of its own. */
export class FakeAutomation {
  readonly records = new Map<string, Record>();
  readonly seen: Seen[] = [];
  /** Answers the next requests instead, each one. */
  readonly instead: Handler[] = [];
  /** How many of the next answers are lost after the work. */
  lostAnswers = 0;
  /** How long it works. */
  workMs = 0;
  /** How many are on a page of the list. */
  pageSize = 1;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((req, res) => {
      this.#handle(req, res).catch(error => res.destroy(error));
    });
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/v1`;
  }

  /** How it is configured. */
  config(changes: Partial<AutomationConfig> = {}): AutomationConfig {
    return {
      name: 'terraform',
      title: 'Terraform',
      url: this.url,
      token: 'planted-token',
      types: ['bucket'],
      timeoutMs: 10_000,
      hasCancel: true,
      hasRotation: true,
      ...changes,
    };
  }

  async #handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await text(req);
    const url = new URL(req.url ?? '', 'http://automation');
    const [, , , id = '', action = ''] = url.pathname.split('/');
    const { authorization, 'idempotency-key': key } = req.headers;
    this.seen.push({
      route: `${req.method} ${url.pathname}`,
      authorization,
      key,
      ...(body && { body: JSON.parse(body) }),
    });
    const handler = this.instead.shift();
    if (handler) {
      await handler(req, res);
      return;
    }
    const [status, answer] = this.#answer(`${req.method} ${action}`, {
      id,
      body: body ? JSON.parse(body) : undefined,
      cursor: url.searchParams.get('cursor'),
    });
    if (this.lostAnswers > 0) {
      this.lostAnswers -= 1;
      res.destroy();
      return;
    }
    send(res, status, { body: answer });
  }

  #answer(
    route: string,
    asked: { id: string; body?: Partial<Record>; cursor: string | null },
  ): [number, object] {
    const { id, body, cursor } = asked;
    this.#goOn(id);
    const record = this.records.get(id);
    switch (route) {
      case 'GET ': {
        if (!id) {
          return [200, this.#page(Number(cursor ?? 0))];
        }
        return record
          ? [
              200,
              {
                ...record,
                work: undefined,
                outputs: { host: 'buckets.acme.example' },
              },
            ]
          : [404, {}];
      }
      case 'PUT ':
        this.#begin(id, { ...record, ...body }, () =>
          this.records.set(id, {
            ...this.#demand(id),
            status: 'ready',
            fingerprint: body?.fingerprint,
            access: body?.access,
            differences: [],
          }),
        );
        return [202, {}];
      case 'DELETE ':
        if (record) {
          this.#begin(id, record, () => this.records.delete(id));
        }
        return [record ? 202 : 404, {}];
      case 'POST cancel':
        if (record) {
          record.work = undefined;
        }
        return [202, {}];
      case 'POST rotate':
        return [202, {}];
      default:
        return [405, {}];
    }
  }

  #goOn(id: string): void {
    const record = this.records.get(id);
    if (record?.work && record.work.doneAt <= performance.now()) {
      const { finish } = record.work;
      record.work = undefined;
      finish();
    }
  }

  /** What was finished last shows until the work is done. */
  #begin(id: string, record: Partial<Record>, finish: () => void): void {
    const { fingerprint, access } = this.records.get(id) ?? {};
    const { resourceId = '', installationId, providerName = '' } = record;
    this.records.set(id, {
      resourceId,
      installationId,
      providerName,
      status: 'working',
      fingerprint,
      access,
      work: { doneAt: performance.now() + this.workMs, finish },
    });
  }

  #page(from: number) {
    const all = [...this.records.values()].map(
      ({ resourceId, installationId, providerName }) => ({
        resourceId,
        installationId,
        providerName,
      }),
    );
    const end = from + this.pageSize;
    return {
      items: all.slice(from, end),
      ...(end < all.length && { nextCursor: String(end) }),
    };
  }

  #demand(id: string): Record {
    const record = this.records.get(id);
    if (!record) {
      throw new Error(`No record '${id}'`);
    }
    return record;
  }
}

interface Answer {
  headers?: { [name: string]: string };
  body?: unknown;
}

/** Answers with JSON. */
export function send(
  res: ServerResponse,
  status: number,
  { body = {}, headers }: Answer = {},
): void {
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(JSON.stringify(body));
}
