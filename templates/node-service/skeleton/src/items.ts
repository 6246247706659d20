import { randomUUID } from 'node:crypto';
import { Problem } from './Problem.ts';

/** The sample resource. Replace it with what this service is about. */
export interface Item {
  id: string;
  name: string;
  createdAt: string;
}

export interface NewItem {
  name: string;
}

/** Where items are kept. */
export interface ItemStore {
  create(item: NewItem): Promise<Item>;
  get(id: string): Promise<Item | undefined>;
  /** All items, oldest first. */
  list(): Promise<Item[]>;
}

/** Keeps items until the process ends. Every replica has its own. */
export class InMemoryItemStore implements ItemStore {
  readonly #items = new Map<string, Item>();
  readonly #now: () => Date;

  constructor(options: { now?: () => Date } = {}) {
    this.#now = options.now ?? (() => new Date());
  }

  async create({ name }: NewItem): Promise<Item> {
    const item = {
      id: randomUUID(),
      name,
      createdAt: this.#now().toISOString(),
    };
    this.#items.set(item.id, item);
    return item;
  }

  async get(id: string): Promise<Item | undefined> {
    return this.#items.get(id);
  }

  async list(): Promise<Item[]> {
    return [...this.#items.values()];
  }
}

const LONGEST_NAME = 120;

/** Checks what a client sent to create an item. */
export function parseNewItem(body: unknown): NewItem {
  if (typeof body !== 'object' || body === null || !('name' in body)) {
    throw new Problem(400, "The body must be an object with a 'name'");
  }
  const name = typeof body.name === 'string' ? body.name.trim() : '';
  if (name === '' || name.length > LONGEST_NAME) {
    throw new Problem(
      400,
      `'name' must be a text of 1 to ${LONGEST_NAME} characters`,
    );
  }
  return { name };
}
