import type { Entity } from '@backstage/catalog-model';
import { EntityPasses, type StreamEntities } from './EntityPasses';

const entity = (kind: string, name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name },
});
const pages = [
  [entity('Component', 'shop'), entity('API', 'orders')],
  [entity('Component', 'cart')],
];

/** Keeps the names it is given, or fails. */
function createReader(kinds: string[], fields?: string[]) {
  const names: string[] = [];
  const save = jest.fn(async (entities: Entity[]) => {
    names.push(...entities.map(({ metadata }) => metadata.name));
  });
  return { kinds, fields, save, names };
}

describe('EntityPasses', () => {
  const stream = jest.fn<AsyncIterable<Entity[]>, Parameters<StreamEntities>>();
  let passes: EntityPasses;

  beforeEach(() => {
    jest.useFakeTimers();
    stream.mockReset();
    stream.mockImplementation(async function* read() {
      yield* pages;
    });
    passes = new EntityPasses();
  });
  afterEach(() => jest.useRealTimers());

  it('reads once for all who come within three seconds', async () => {
    const graph = createReader(['component', 'api'], ['metadata.title']);
    const cost = createReader(['component'], ['metadata.labels']);
    const late = createReader(['api'], ['relations']);
    const first = passes.read(graph, stream);
    await jest.advanceTimersByTimeAsync(2_999);
    const second = passes.read(cost, stream);
    expect(stream).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    const third = passes.read(late, stream);
    await jest.advanceTimersByTimeAsync(3_000);
    await Promise.all([first, second, third]);

    expect(stream.mock.calls).toEqual([
      [
        {
          kinds: ['component', 'api'],
          fields: ['metadata.title', 'metadata.labels'],
        },
      ],
      [{ kinds: ['api'], fields: ['relations'] }],
    ]);
    expect(graph.names).toEqual(['shop', 'orders', 'cart']);
    expect(cost.names).toEqual(['shop', 'cart']);
    expect(late.names).toEqual(['orders']);
  });

  it('asks for all there is where one of them needs it', async () => {
    const read = Promise.all([
      passes.read(createReader(['api'], ['relations']), stream),
      passes.read(createReader(['api']), stream),
    ]);
    await jest.advanceTimersByTimeAsync(3_000);
    await read;
    expect(stream.mock.calls).toEqual([
      [{ kinds: ['api'], fields: undefined }],
    ]);
  });

  it('goes on for the others where one fails or ends', async () => {
    const whole = createReader(['component']);
    const failing = createReader(['component']);
    failing.save.mockRejectedValue(new Error('The database is away'));
    const end = new AbortController();
    const ended = createReader(['component']);
    ended.save.mockImplementation(async () => end.abort());
    const outcomes = Promise.allSettled([
      passes.read(whole, stream),
      passes.read(failing, stream),
      passes.read({ ...ended, signal: end.signal }, stream),
    ]);
    await jest.advanceTimersByTimeAsync(3_000);

    expect((await outcomes).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(whole.names).toEqual(['shop', 'cart']);
    expect(failing.save).toHaveBeenCalledTimes(1);
    expect(ended.save).toHaveBeenCalledTimes(1);
  });

  it('reads nothing where all have ended before it begins', async () => {
    const end = new AbortController();
    const reader = { ...createReader(['component']), signal: end.signal };
    const read = passes.read(reader, stream);
    end.abort();
    await jest.advanceTimersByTimeAsync(3_000);
    await read;
    expect(stream).not.toHaveBeenCalled();
  });

  it('fails for all where the catalog does not answer', async () => {
    stream.mockImplementation(async function* fail() {
      throw new Error('The catalog is away');
    });
    const outcomes = Promise.allSettled([
      passes.read(createReader(['api']), stream),
      passes.read(createReader(['api']), stream),
    ]);
    await jest.advanceTimersByTimeAsync(3_000);
    expect((await outcomes).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
  });
});
