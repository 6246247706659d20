import { limitIdleTransactions } from '@atrium/backend-common/testUtils';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { SearchTestIndex } from '../__testUtils__/SearchTestIndex';
import {
  createSearchTestIndex,
  testDocument,
} from '../__testUtils__/SearchTestIndex';
import { DocumentStore } from './DocumentStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const entity = (kind: string, name: string, fields = {}) =>
  testDocument(name, { kind, names: [name], ...fields });
const MINE = { ownerRef: 'group:default/mine' };
const OTHERS = { ownerRef: 'group:default/others' };

describe('the order of what is found', () => {
  let search: SearchTestIndex;

  beforeAll(async () => {
    search = await createSearchTestIndex(databases, ['group:default/mine']);
    await search.index('software-catalog', [
      entity('Component', 'payment-service'),
      entity('Component', 'new-payment-gateway'),
      entity('API', 'payment-api'),
      testDocument('Payments', { kind: 'System', names: ['payments'] }),
      entity('Component', 'checkout', { text: 'Takes a payment' }),
      entity('Component', 'ledger-a', OTHERS),
      entity('Component', 'ledger-b', MINE),
      entity('Component', 'ledger', OTHERS),
      entity('Resource', 'ledger-c', MINE),
      entity('API', 'order-events', { text: 'What happens to carts' }),
      entity('Component', 'order-service'),
      entity('API', 'invoices'),
      entity('Resource', 'carts-db', { type: 'postgres' }),
      entity('Component', 'slot-machine'),
      entity('System', 'reliability', { text: 'Every SLO is watched here' }),
    ]);
    await search.index('api-definition', [
      testDocument('Payment', { names: ['Payment'] }),
      testDocument('PaymentStatus'),
      testDocument('POST /payments', { names: ['/payments'] }),
      testDocument('LedgerEntryA', OTHERS),
      testDocument('LedgerEntryB', MINE),
    ]);
    await search.index('techdocs', [
      testDocument('payment-service', { name: 'payment-service' }),
      testDocument('Payment methods', { text: 'Cards and transfers' }),
      testDocument('Checkout', { text: 'Each payment has a ledger entry' }),
      testDocument('A payment handbook', { name: 'handbook' }),
      testDocument('Slow pages', { name: 'storefront' }),
      testDocument('SLOs at Acme', { name: 'handbook' }),
      testDocument('What slows us', { text: 'An SLO that is too strict' }),
      testDocument('8. Own search engine on Postgres', { name: 'portal' }),
    ]);
  });

  it.each([
    // Entities whose names begin with the word, of these components first; with
    // a longer word; one that has it; exact parts, other parts; texts.
    [
      'payment',
      [
        'software-catalog payment-service',
        'software-catalog payment-api',
        'software-catalog Payments',
        'software-catalog new-payment-gateway',
        'api-definition Payment',
        'techdocs payment-service',
        'techdocs Payment methods',
        'api-definition PaymentStatus',
        'api-definition POST /payments',
      ],
    ],
    // As it is typed, the same comes first.
    ['paym', ['software-catalog payment-service']],
    // An entity, and below it the documentation of the same name.
    [
      'payment-service',
      ['software-catalog payment-service', 'techdocs payment-service'],
    ],
    ['payments', ['software-catalog Payments']],
    ['POST /payments', ['api-definition POST /payments']],
    // A word before those that it only begins; a text with it before their titles.
    [
      'slo',
      [
        'software-catalog slot-machine',
        'techdocs SLOs at Acme',
        'software-catalog reliability',
        'techdocs What slows us',
        'techdocs Slow pages',
      ],
    ],
    // What is one, before what is written about it.
    [
      'postgres',
      [
        'software-catalog carts-db',
        'techdocs 8. Own search engine on Postgres',
      ],
    ],
    // The kind of a thing is said with its name.
    ['orders api', ['software-catalog order-events']],
    // An exact name, then mine before others, whatever their kinds.
    [
      'ledger',
      [
        'software-catalog ledger',
        'software-catalog ledger-b',
        'software-catalog ledger-c',
        'software-catalog ledger-a',
        'api-definition LedgerEntryB',
        'api-definition LedgerEntryA',
        'techdocs Checkout',
      ],
    ],
  ])('of %p', async (term, expected) => {
    const found = await search.find(term);
    expect(
      found
        .map(({ type, document }) => `${type} ${document.title}`)
        .slice(0, expected.length),
    ).toEqual(expected);
  });
});

describe('replaceOfEntities', () => {
  it('writes what changed, removes what is gone, and leaves others alone', async () => {
    const search = await createSearchTestIndex(databases);
    const document = (title: string, ref: string) =>
      testDocument(title, { authorization: { resourceRef: ref } });
    await search.index('a', [
      document('kept', 'api:default/x'),
      document('old', 'api:default/x'),
      document('gone', 'api:default/y'),
      document('other', 'api:default/z'),
    ]);
    await search.index('b', [document('of another type', 'api:default/x')]);
    const readWriters = async () =>
      new Map(
        (
          await search
            .knex('search_documents')
            .select(
              search.knex.raw(
                `document ->> 'title' AS title, xmin::text AS writer`,
              ),
            )
        ).map(({ title, writer }) => [title, writer]),
      );
    const before = await readWriters();

    await search.store.replaceOfEntities(['api:default/x', 'api:default/y'], {
      type: 'a',
      readDocuments: async () => [
        document('kept', 'api:default/x'),
        document('new', 'api:default/x'),
      ],
    });

    const after = await readWriters();
    expect([...after.keys()].sort()).toEqual([
      'kept',
      'new',
      'of another type',
      'other',
    ]);
    expect(after.get('kept')).toBe(before.get('kept'));
    expect(await search.store.count('a')).toBe(3);
  });

  it('waits for a full pass, so that it cannot be overwritten by what is older', async () => {
    const search = await createSearchTestIndex(databases);
    const order: string[] = [];
    const pass = await search.store.beginWriting('a');
    const replaced = search.store.replaceOfEntities(['api:default/x'], {
      type: 'a',
      async readDocuments() {
        order.push('read');
        return [];
      },
    });
    await search.store.count('a');
    order.push('pass ends');
    await pass.commit();
    await replaced;
    expect(order).toEqual(['pass ends', 'read']);
  });

  it('waits for a source for longer than a transaction may be idle', async () => {
    const search = await createSearchTestIndex(databases);
    const knex = await limitIdleTransactions(search.knex, 200);
    try {
      const store = await DocumentStore.create(mockServices.database({ knex }));
      await store.replaceOfEntities(['api:default/x'], {
        type: 'a',
        async readDocuments() {
          await new Promise(resolve => setTimeout(resolve, 600));
          return [testDocument('late')];
        },
      });
      expect(await store.count('a')).toBe(1);
    } finally {
      await knex.destroy();
    }
  });
});

describe('readStems', () => {
  it('asks for each word once, and for no number', async () => {
    const { knex, store } = await createSearchTestIndex(databases);
    const asked: unknown[] = [];
    knex.on('query', ({ bindings }) => asked.push(bindings));
    const stems = [
      ['payments', ['payment']],
      ['the', []],
      ['2027', ['2027']],
    ];
    const words = ['payments', 'the', '2027'];
    expect([...(await store.readStems(words))]).toEqual(stems);
    expect([...(await store.readStems(words))]).toEqual(stems);
    expect(asked).toEqual([[['payments', 'the']]]);
  });
});
