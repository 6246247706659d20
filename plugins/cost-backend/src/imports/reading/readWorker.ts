import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { ChargeEncoder } from './ChargeEncoder';
import { readDelivery } from './readDelivery';
import type { ReadMessage, ReadTask } from './ReadTask';

/** Of the thread that reads deliveries: where its file is. */
export const workerFile = __filename;

/** The files in which the thread leaves keys and dimensions, as lines of COPY. */
export const KEYS_FILE = 'keys';
export const DIMENSIONS_FILE = 'dimensions';

/** What starts the thread is marked, as other threads load this file too. */
export interface ReadWorkerData {
  readDelivery: ReadTask;
}

/** Rows are sent in pieces of at least so many characters. */
const PIECE = 256 * 1024;
/** How many pieces may be on their way: more would only lie in memory. */
const MAX_UNDERWAY = 4;

/** Sends rows as fast as they are taken. */
class Sender {
  readonly #port: NonNullable<typeof parentPort>;
  readonly #encoder: ChargeEncoder;
  readonly #keys: WriteStream;
  readonly #dimensions: WriteStream;
  readonly #encode = new TextEncoder();
  #lines: string[] = [];
  #length = 0;
  #underway = 0;
  #room: (() => void) | undefined;

  constructor(
    port: NonNullable<typeof parentPort>,
    { encoder, folder }: { encoder: ChargeEncoder; folder: string },
  ) {
    this.#port = port;
    this.#encoder = encoder;
    this.#keys = createWriteStream(join(folder, KEYS_FILE));
    this.#dimensions = createWriteStream(join(folder, DIMENSIONS_FILE));
    port.on('message', () => {
      this.#underway -= 1;
      this.#room?.();
    });
  }

  add(...[charge, row]: Parameters<ChargeEncoder['encode']>): void {
    const line = this.#encoder.encode(charge, row);
    this.#lines.push(line);
    this.#length += line.length;
  }

  async flush(rowCount: number): Promise<void> {
    if (this.#length >= PIECE) {
      await this.#send(rowCount);
    }
  }

  /** Sends what is left, and closes the files. */
  async finish(rowCount: number): Promise<void> {
    await this.#send(rowCount);
    this.#keys.end();
    this.#dimensions.end();
    await Promise.all([finished(this.#keys), finished(this.#dimensions)]);
  }

  async #send(rowCount: number): Promise<void> {
    const added = this.#encoder.takeNew();
    await write(this.#keys, added.keys);
    await write(this.#dimensions, added.dimensions);
    const lines = this.#encode.encode(this.#lines.join(''));
    this.#lines = [];
    this.#length = 0;
    while (this.#underway >= MAX_UNDERWAY) {
      await new Promise<void>(resolve => {
        this.#room = resolve;
      });
    }
    this.#underway += 1;
    const message: ReadMessage = { kind: 'rows', lines, rowCount };
    this.#port.postMessage(message, [lines.buffer as ArrayBuffer]);
  }
}

async function write(file: WriteStream, text: string): Promise<void> {
  if (text !== '' && !file.write(text)) {
    await new Promise<void>(resolve => file.once('drain', resolve));
  }
}

async function main(port: NonNullable<typeof parentPort>, task: ReadTask) {
  const sender = new Sender(port, {
    encoder: new ChargeEncoder(task),
    folder: task.folder,
  });
  const result = await readDelivery(task, sender);
  await sender.finish(result.report.rowCount);
  const message: ReadMessage = { kind: 'done', result };
  port.postMessage(message);
  port.close();
}

function isReadWorkerData(data: unknown): data is ReadWorkerData {
  return typeof data === 'object' && data !== null && 'readDelivery' in data;
}

if (!isMainThread && parentPort && isReadWorkerData(workerData)) {
  void main(parentPort, workerData.readDelivery);
}
