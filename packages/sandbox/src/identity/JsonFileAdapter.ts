import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Adapter, AdapterPayload } from 'oidc-provider';

interface StoredEntry {
  payload: AdapterPayload;
  /** Milliseconds since the epoch, absent for what never expires. */
  expiresAt?: number;
}

const saveDelayMs = 200;

/**
 * Everything the identity provider remembers, kept in one file, so that whoever
 * is signed in stays signed in over a restart of the sandbox.
 */
export class JsonFileStore {
  readonly #file: string;
  readonly #entries = new Map<string, StoredEntry>();
  #timer: NodeJS.Timeout | undefined;

  constructor(file: string) {
    this.#file = file;
    for (const [key, entry] of readEntries(file)) {
      this.#entries.set(key, entry);
    }
  }

  get(key: string): AdapterPayload | undefined {
    const entry = this.#entries.get(key);
    if (!entry || isExpired(entry)) {
      return undefined;
    }
    return entry.payload;
  }

  set(key: string, payload: AdapterPayload, expiresInSeconds?: number) {
    this.#entries.set(key, {
      payload,
      ...(expiresInSeconds && {
        expiresAt: Date.now() + expiresInSeconds * 1000,
      }),
    });
    this.#saveSoon();
  }

  delete(key: string) {
    if (this.#entries.delete(key)) {
      this.#saveSoon();
    }
  }

  /** Removes every entry of a model that the predicate accepts. */
  deleteWhere(model: string, matches: (payload: AdapterPayload) => boolean) {
    for (const [key, entry] of this.#entries) {
      if (key.startsWith(`${model}:`) && matches(entry.payload)) {
        this.delete(key);
      }
    }
  }

  find(model: string, matches: (payload: AdapterPayload) => boolean) {
    for (const [key, entry] of this.#entries) {
      if (
        key.startsWith(`${model}:`) &&
        !isExpired(entry) &&
        matches(entry.payload)
      ) {
        return entry.payload;
      }
    }
    return undefined;
  }

  /** Writes what is still waiting to be written. */
  flush() {
    clearTimeout(this.#timer);
    if (this.#timer) {
      this.#timer = undefined;
      this.#save();
    }
  }

  #saveSoon() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#save();
    }, saveDelayMs);
  }

  #save() {
    for (const [key, entry] of this.#entries) {
      if (isExpired(entry)) {
        this.#entries.delete(key);
      }
    }
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writePrivateFile(
      this.#file,
      JSON.stringify(Object.fromEntries(this.#entries)),
    );
  }
}

/** Replaces a file as a whole, readable by its owner only. */
export function writePrivateFile(file: string, content: string) {
  const partial = `${file}.partial`;
  writeFileSync(partial, content, { mode: 0o600 });
  chmodSync(partial, 0o600);
  renameSync(partial, file);
}

/** What `oidc-provider` asks of a store, per model (Session, Grant, ...). */
export class JsonFileAdapter implements Adapter {
  readonly #model: string;
  readonly #store: JsonFileStore;

  constructor(model: string, store: JsonFileStore) {
    this.#model = model;
    this.#store = store;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number) {
    this.#store.set(this.#key(id), payload, expiresIn);
  }

  async find(id: string) {
    return this.#store.get(this.#key(id));
  }

  async findByUid(uid: string) {
    return this.#store.find(this.#model, payload => payload.uid === uid);
  }

  async findByUserCode(userCode: string) {
    return this.#store.find(
      this.#model,
      payload => payload.userCode === userCode,
    );
  }

  async consume(id: string) {
    const payload = this.#store.get(this.#key(id));
    if (payload) {
      const now = Math.floor(Date.now() / 1000);
      const remaining = payload.exp
        ? Math.max(payload.exp - now, 1)
        : undefined;
      this.#store.set(this.#key(id), { ...payload, consumed: now }, remaining);
    }
  }

  async destroy(id: string) {
    this.#store.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string) {
    this.#store.deleteWhere(
      this.#model,
      payload => payload.grantId === grantId,
    );
  }

  #key(id: string) {
    return `${this.#model}:${id}`;
  }
}

function isExpired(entry: StoredEntry) {
  return entry.expiresAt !== undefined && entry.expiresAt <= Date.now();
}

function readEntries(file: string): [string, StoredEntry][] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  try {
    return Object.entries(JSON.parse(content));
  } catch {
    // Losing sessions only means signing in again, so a damaged file is dropped.
    return [];
  }
}
