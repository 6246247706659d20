import { createReadStream } from 'node:fs';
import { type JsonItem, type JsonPattern, JsonWalker } from './JsonWalker';

/** A JSON document in a file, which is read as often as it takes. */
export class JsonDocument {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * The values that match patterns, in the order of the document.
   *
   * @throws InputError where it is no JSON, once it is read that far
   */
  async *items(patterns: readonly JsonPattern[]): AsyncGenerator<JsonItem> {
    const walker = new JsonWalker(patterns);
    for await (const chunk of createReadStream(this.#path)) {
      yield* walker.write(chunk);
    }
    walker.end();
  }

  /**
   * The keys of its root, as far as it takes to know them: whoever stops asking
   * stops reading.
   */
  async *topKeys(): AsyncGenerator<string> {
    const keys: string[] = [];
    const walker = new JsonWalker([], key => keys.push(key));
    for await (const chunk of createReadStream(this.#path)) {
      walker.write(chunk);
      yield* keys.splice(0);
    }
    walker.end();
  }
}
