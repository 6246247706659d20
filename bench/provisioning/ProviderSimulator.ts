import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { NO_FAULTS, type SimulatorFaults } from './SimulatorFaults.ts';

/** Something at the provider, with the mark that a driver has left there. */
export interface SimulatedThing {
  resourceId: string;
  fingerprint: string;
  generation: number;
  access: 'granted' | 'suspended';
}

/** An effect of a call, as the ledger has it. */
export interface LedgerEntry {
  call: string;
  name: string;
  idempotencyKey: string;
}

/** When a process asked about a thing, or for it. */
interface Call {
  name: string;
  pid: number;
  at: number;
}

const RETRY_AFTER_MS = 300;

/**
 * A provider over HTTP, outside of the processes that are killed. What it has
 * done is in a ledger of its own, written down before it answers.
 */
export class ProviderSimulator {
  faults: SimulatorFaults = NO_FAULTS;
  readonly ledger: LedgerEntry[] = [];
  /** All calls, in order. */
  readonly calls: Call[] = [];
  /** When each thing was asked to be made for the first time. */
  readonly firstCalls = new Map<string, number>();
  readonly #things = new Map<string, SimulatedThing & { shownAt: number }>();
  readonly #file: number;
  readonly #server: Server;

  constructor(ledgerFile: string) {
    this.#file = openSync(ledgerFile, 'w');
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
    this.#server.keepAliveTimeout = 60_000;
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
    closeSync(this.#file);
  }

  /** What is there, shown or not. */
  get things(): ReadonlyMap<string, SimulatedThing> {
    return this.#things;
  }

  /** Forgets everything, for another scenario. */
  reset(faults: SimulatorFaults = NO_FAULTS): void {
    this.faults = faults;
    this.#things.clear();
    this.ledger.length = 0;
    this.calls.length = 0;
    this.firstCalls.clear();
  }

  /** Puts something there that was made before, without a call. */
  place(name: string, thing: SimulatedThing): void {
    this.#things.set(name, { ...thing, shownAt: 0 });
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const [, name] = (request.url ?? '').split('/');
    const call = String(request.headers['x-call'] ?? 'observe');
    const at = performance.now();
    this.calls.push({ name, at, pid: Number(request.headers['x-pid']) });
    if (call === 'create' && !this.firstCalls.has(name)) {
      this.firstCalls.set(name, at);
    }
    const body = await readBody(request);
    const { latencyMs, error, busy, lost, isBlind, isStuck } = this.faults;
    if (latencyMs > 0) {
      await sleep(call === 'observe' ? latencyMs : Math.random() * latencyMs);
    }
    if (call === 'observe') {
      if (isBlind) {
        response.writeHead(501).end();
      } else {
        this.#observe(name, response);
      }
      return;
    }
    const chance = Math.random();
    if (chance < error) {
      response.writeHead(500).end();
      return;
    }
    if (chance < error + busy) {
      response.writeHead(429, { 'retry-after-ms': RETRY_AFTER_MS }).end();
      return;
    }
    this.#do(call, name, {
      body,
      idempotencyKey: String(request.headers['idempotency-key']),
    });
    if (isStuck) {
      return;
    }
    if (chance < error + busy + lost) {
      response.destroy();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }

  #observe(name: string, response: ServerResponse): void {
    const thing = this.#things.get(name);
    if (!thing || thing.shownAt > performance.now()) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(thing));
  }

  /** As a provider with names does: what is there already is not made again. */
  #do(
    call: string,
    name: string,
    { body, idempotencyKey }: { body: string; idempotencyKey: string },
  ): void {
    const before = this.#things.get(name);
    if (call === 'delete' ? !before : call === 'create' && before) {
      return;
    }
    if (call === 'delete') {
      this.#things.delete(name);
    } else {
      this.#things.set(name, {
        ...(JSON.parse(body) as SimulatedThing),
        shownAt:
          before?.shownAt ??
          performance.now() + Math.random() * this.faults.visibleAfterMs,
      });
    }
    const entry: LedgerEntry = { call, name, idempotencyKey };
    this.ledger.push(entry);
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
    fsyncSync(this.#file);
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}
