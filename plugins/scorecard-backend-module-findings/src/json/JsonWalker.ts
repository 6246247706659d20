import { Tokenizer, TokenType } from '@streamparser/json';
import { InputError } from '@backstage/errors';
import { formatJsonPath, type JsonPath } from './JsonPath';
import { JsonValueBuilder } from './JsonValueBuilder';

/** Which values to pick: keys from the root, `*` for each of an array. */
export type JsonPattern = readonly string[];

/** A value that was picked. */
export interface JsonItem {
  path: JsonPath;
  /** Which of the patterns it matches. */
  pattern: number;
  value: unknown;
  /** Why it could not be read; then there is no value. */
  problem?: string;
}

type Frame =
  | { type: 'object'; key?: string }
  | { type: 'array'; index: number };

/** What may come next. */
type Expected =
  | 'value'
  | 'value-or-end'
  | 'key-or-end'
  | 'key'
  | 'colon'
  | 'comma-or-end'
  | 'nothing';

/** No tool nests like that; a stack overflow looks like that. */
const MAX_DEPTH = 256;
/** A text longer than this is no text of a finding. */
const MAX_TOKEN_BYTES = 16 * 1024 * 1024;

/**
 * Reads a JSON document piece by piece, and keeps only what matches patterns:
 * its memory does not grow with the document.
 *
 * @remarks The library splits the bytes into tokens. Its own parser keeps
 * everything beside what it was asked for, so values are put together here.
 */
export class JsonWalker {
  readonly #patterns: readonly JsonPattern[];
  readonly #onTopKey: ((key: string) => void) | undefined;
  readonly #tokenizer = new Tokenizer({ stringBufferSize: 64 * 1024 });
  readonly #stack: Frame[] = [];
  #expected: Expected = 'value';
  #picked: { item: JsonItem; builder: JsonValueBuilder } | undefined;
  #items: JsonItem[] = [];
  #bytesSinceToken = 0;

  /** @param onTopKey - hears each key of the root as it comes */
  constructor(
    patterns: readonly JsonPattern[],
    onTopKey?: (key: string) => void,
  ) {
    this.#patterns = patterns;
    this.#onTopKey = onTopKey;
    this.#tokenizer.onToken = ({ token, value }) => {
      this.#bytesSinceToken = 0;
      this.#take(token, value);
    };
  }

  /**
   * Takes the next bytes, and answers what is complete.
   *
   * @throws InputError where the document is no JSON, with the path to the place
   */
  write(chunk: Uint8Array): JsonItem[] {
    this.#bytesSinceToken += chunk.length;
    this.#guard(() => this.#tokenizer.write(chunk));
    if (this.#bytesSinceToken > MAX_TOKEN_BYTES) {
      throw this.#error(`a text is longer than ${MAX_TOKEN_BYTES} bytes`);
    }
    const items = this.#items;
    this.#items = [];
    return items;
  }

  /** @throws InputError where the document is not complete */
  end(): void {
    this.#guard(() => {
      if (!this.#tokenizer.isEnded) {
        this.#tokenizer.end();
      }
    });
    if (this.#expected !== 'nothing') {
      throw this.#error('the document ends in the middle');
    }
  }

  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof InputError) {
        throw error;
      }
      throw this.#error('the document is not JSON');
    }
  }

  #take(token: TokenType, value: unknown): void {
    switch (token) {
      case TokenType.LEFT_BRACE:
        this.#open({ type: 'object' }, 'key-or-end');
        break;
      case TokenType.LEFT_BRACKET:
        this.#open({ type: 'array', index: 0 }, 'value-or-end');
        break;
      case TokenType.RIGHT_BRACE:
        this.#close('object', ['key-or-end', 'comma-or-end']);
        break;
      case TokenType.RIGHT_BRACKET:
        this.#close('array', ['value-or-end', 'comma-or-end']);
        break;
      case TokenType.COLON:
        this.#expect('colon');
        this.#expected = 'value';
        break;
      case TokenType.COMMA:
        this.#takeComma();
        break;
      case TokenType.STRING:
        if (this.#expected === 'key' || this.#expected === 'key-or-end') {
          this.#takeKey(String(value));
          break;
        }
        this.#takeScalar(value);
        break;
      default:
        this.#takeScalar(value);
    }
  }

  #takeKey(key: string): void {
    const frame = this.#stack.at(-1);
    if (frame?.type === 'object') {
      frame.key = key;
    }
    if (this.#stack.length === 1) {
      this.#onTopKey?.(key);
    }
    this.#picked?.builder.key(key);
    this.#expected = 'colon';
  }

  #takeComma(): void {
    this.#expect('comma-or-end');
    const frame = this.#stack.at(-1);
    if (frame?.type === 'array') {
      frame.index += 1;
      this.#expected = 'value';
    } else {
      this.#expected = 'key';
    }
  }

  #takeScalar(value: unknown): void {
    this.#expect('value', 'value-or-end');
    this.#begin(value === null ? 'null' : 'scalar');
    this.#picked?.builder.scalar(value);
    this.#finish();
  }

  #open(frame: Frame, expected: Expected): void {
    this.#expect('value', 'value-or-end');
    this.#begin(frame.type);
    if (this.#stack.length >= MAX_DEPTH) {
      throw this.#error(`the document is nested more than ${MAX_DEPTH} deep`);
    }
    this.#picked?.builder.open(frame.type);
    this.#stack.push(frame);
    this.#expected = expected;
  }

  #close(type: Frame['type'], allowed: Expected[]): void {
    this.#expect(...allowed);
    if (this.#stack.pop()?.type !== type) {
      throw this.#error('the document is not JSON');
    }
    this.#picked?.builder.close();
    this.#finish();
  }

  /** A value begins: it may be one that is wanted. */
  #begin(type: Frame['type'] | 'scalar' | 'null'): void {
    if (this.#picked) {
      return;
    }
    const pattern = this.#patterns.findIndex(
      one => one.length === this.#stack.length && this.#matches(one),
    );
    if (pattern < 0 && type !== 'array' && type !== 'null') {
      this.#checkList();
    }
    if (pattern >= 0) {
      const item = { path: this.#path(), pattern, value: undefined };
      this.#picked = { item, builder: new JsonValueBuilder() };
    }
  }

  /** A value ended. */
  #finish(): void {
    this.#expected = this.#stack.length > 0 ? 'comma-or-end' : 'nothing';
    if (this.#picked?.builder.isComplete) {
      const { item, builder } = this.#picked;
      const { problem } = builder;
      this.#items.push(
        problem ? { ...item, problem } : { ...item, value: builder.value },
      );
      this.#picked = undefined;
    }
  }

  /** Whether a pattern leads to here, or goes on from here. */
  #matches(pattern: JsonPattern): boolean {
    return this.#stack.every((frame, depth) =>
      frame.type === 'array'
        ? pattern[depth] === '*'
        : pattern[depth] === frame.key,
    );
  }

  /** Without a list, what a pattern asks for would seem not to be there. */
  #checkList(): void {
    const pattern = this.#patterns.findIndex(
      one => one[this.#stack.length] === '*' && this.#matches(one),
    );
    if (pattern >= 0) {
      const problem = 'must be a list';
      this.#items.push({
        path: this.#path(),
        pattern,
        value: undefined,
        problem,
      });
    }
  }

  #path(): JsonPath {
    return this.#stack.map(frame =>
      frame.type === 'array' ? frame.index : frame.key ?? '',
    );
  }

  #expect(...allowed: Expected[]): void {
    if (!allowed.includes(this.#expected)) {
      throw this.#error('the document is not JSON');
    }
  }

  #error(reason: string): InputError {
    return new InputError(`At ${formatJsonPath(this.#path())}: ${reason}`);
  }
}
