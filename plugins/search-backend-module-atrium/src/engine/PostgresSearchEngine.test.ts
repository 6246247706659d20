import { TestDatabases } from '@backstage/backend-test-utils';
import type { SearchTestIndex } from '../__testUtils__/SearchTestIndex';
import {
  createSearchTestIndex,
  testDocument,
} from '../__testUtils__/SearchTestIndex';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

describe('PostgresSearchEngine', () => {
  let search: SearchTestIndex;

  beforeAll(async () => {
    search = await createSearchTestIndex(databases);
    await search.index('software-catalog', [
      testDocument('payment-service', {
        text: 'Handles payment processing and billing',
        names: ['payment-service'],
        kind: 'Component',
        ownerRef: 'group:default/team-payments',
        systemRef: 'system:default/billing',
      }),
      testDocument('payment-service-worker', {
        text: 'Retries',
        names: ['payment-service-worker'],
        kind: 'Component',
        ownerRef: 'group:default/team-payments',
      }),
      testDocument('Payments database', {
        text: 'PostgreSQL with payments, refunds and keys',
        names: ['payments-db'],
        kind: 'Resource',
        tags: ['postgresql', 'pci'],
      }),
      testDocument('The Who', { names: ['the-who'], kind: 'Group' }),
      testDocument('Jörg Müller', { names: ['joerg.mueller'], kind: 'User' }),
    ]);
    await search.index('techdocs', [
      testDocument('Runbook', {
        text: 'What to do when payment-service is slow: the payment-service has a dashboard, and payment-service logs.',
      }),
      testDocument('Refunds', {
        text: 'How money goes back. A refund is booked at once and refunded within three days.',
      }),
    ]);
    await search.index('api-definition', [
      testDocument('POST /refunds', {
        text: 'Refund a payment · Gives the money back. · paymentId, reason',
        names: ['/refunds', 'createRefund', 'Refund a payment'],
      }),
      testDocument('GET /refunds/{refundId}', {
        text: 'Read a refund',
        names: ['/refunds/{refundId}', 'getRefund'],
      }),
      testDocument('RefundRequest', { text: 'reason, amountMinorUnits' }),
      testDocument('POST /payments/{paymentId}/chargebacks', {
        names: ['/payments/{paymentId}/chargebacks'],
      }),
      testDocument('Chargeback', { text: 'A chargeback' }),
      testDocument('ChargebackReason'),
      testDocument('NoChargeback', { ownerRef: 'group:default/team-disputes' }),
    ]);
  });

  it.each([
    // An exact title, a title that begins so, and a page with the words often.
    ['payment-service', ['payment-service', 'payment-service-worker']],
    ['Payment Service', ['payment-service', 'payment-service-worker']],
    ['paymentservice', ['payment-service', 'payment-service-worker']],
    // Another name of a thing counts as exact as well.
    ['payments-db', ['Payments database']],
    ['POST /refunds', ['POST /refunds']],
    ['/refunds', ['Refunds', 'POST /refunds', 'GET /refunds/{refundId}']],
    ['refunds', ['Refunds', 'POST /refunds', 'GET /refunds/{refundId}']],
    ['refund request', ['RefundRequest']],
    ['refundrequest', ['RefundRequest']],
    ['createRefund', ['POST /refunds']],
    // A name with the word itself stands before names with a form of it.
    [
      'chargebacks',
      ['POST /payments/{paymentId}/chargebacks', 'Chargeback', 'NoChargeback'],
    ],
  ])('finds %p by name first', async (term, titles) => {
    expect((await search.findTitles(term)).slice(0, titles.length)).toEqual(
      titles,
    );
  });

  it.each([
    ['paym', 'payment-service'],
    ['amount', 'RefundRequest'],
    ['minor', 'RefundRequest'],
    ['amountminorunits', 'RefundRequest'],
    ['refunding', 'Refunds'],
    ['muller', 'Jörg Müller'],
    ['MÜLLER', 'Jörg Müller'],
    ['the who', 'The Who'],
    ['postgresql', 'Payments database'],
    ['team-disputes', 'NoChargeback'],
    ['the money goes back', 'Refunds'],
  ])('finds %p in %p', async (term, title) => {
    expect(await search.findTitles(term)).toContain(title);
  });

  it('weighs a title more than many mentions in a text', async () => {
    const titles = await search.findTitles('payment worker');
    expect(titles[0]).toBe('payment-service-worker');
  });

  it.each([
    'foo:*',
    'a & b',
    'a | !b',
    '"payment service"',
    "it's",
    "'",
    '\\',
    '\\\\ payment\\',
    '<->',
    '((((',
    '%_',
    ':*',
    '\0payment',
    '\ud800',
    '🙂',
    '; DROP TABLE search_documents; --',
    'ｐａｙｍｅｎｔ',
    '⑴',
    '㈠',
    '½',
    '\ufdfa',
    '\ufe70',
    'x'.repeat(10_000),
    'a b c d e f g h i j k l m n o p q r s t u v w x y z',
  ])('takes %p as it is', async term => {
    await expect(search.engine.query({ term })).resolves.toMatchObject({
      results: expect.any(Array),
    });
  });

  it('finds nothing for a term without letters and digits', async () => {
    expect(await search.findTitles('&&&')).toEqual([]);
  });

  it('finds words between special characters', async () => {
    expect((await search.findTitles('"payments-db":*'))[0]).toBe(
      'Payments database',
    );
  });

  it('lists everything by type and title without a term', async () => {
    const titles = await search.findTitles('  ');
    expect(titles).toEqual([
      'Jörg Müller',
      'Payments database',
      'payment-service',
      'payment-service-worker',
      'The Who',
      'Chargeback',
      'ChargebackReason',
      'GET /refunds/{refundId}',
      'NoChargeback',
      'POST /payments/{paymentId}/chargebacks',
      'POST /refunds',
      'RefundRequest',
      'Refunds',
      'Runbook',
    ]);
  });

  describe('filters', () => {
    const findWith = async (query: {
      term?: string;
      types?: string[];
      filters?: Record<string, string | string[]>;
    }) => {
      const { results } = await search.engine.query({ term: '', ...query });
      return results.map(result => result.document.title);
    };

    it('by type, one value, one of several, one of a list, and several fields', async () => {
      expect(await findWith({ types: ['techdocs'] })).toEqual([
        'Refunds',
        'Runbook',
      ]);
      expect(
        await findWith({
          filters: { ownerRef: 'group:default/team-payments' },
        }),
      ).toEqual(['payment-service', 'payment-service-worker']);
      expect(await findWith({ filters: { kind: ['Group', 'User'] } })).toEqual([
        'Jörg Müller',
        'The Who',
      ]);
      expect(await findWith({ filters: { tags: 'pci' } })).toEqual([
        'Payments database',
      ]);
      expect(
        await findWith({
          term: 'payment',
          filters: {
            ownerRef: 'group:default/team-payments',
            systemRef: 'system:default/billing',
          },
        }),
      ).toEqual(['payment-service']);
    });

    it('finds nothing for no value and for one that cannot be', async () => {
      expect(await findWith({ filters: { kind: [] } })).toEqual([]);
      expect(await findWith({ filters: { kind: '\0' } })).toEqual([]);
      expect(await findWith({ filters: { "'": '\ud800' } })).toEqual([]);
    });
  });

  it('marks forms of the words in title and text', async () => {
    const { results } = await search.engine.query({ term: 'refunds' });
    const [page, operation] = results.map(({ highlight }) => ({
      title: unmark(highlight?.fields.title ?? ''),
      text: unmark(highlight?.fields.text ?? ''),
    }));
    function unmark(text: string) {
      const { preTag = '', postTag = '' } = results[0].highlight ?? {};
      return text.replaceAll(preTag, '[').replaceAll(postTag, ']');
    }
    expect(page).toEqual({
      title: '[Refunds]',
      text: 'How money goes back. A [refund] is booked at once and [refunded] within three days.',
    });
    expect(operation.title).toBe('POST /[refunds]');
  });

  it('marks the parts of a name that match, and the best part of a long text', async () => {
    await search.index('long', [
      testDocument('NoChargebackFound', {
        text: `${'Nothing to see here. '.repeat(
          40,
        )}A zebra stands in the hall, and \n the zebra reads. ${'More of the same. '.repeat(
          40,
        )}`,
      }),
    ]);
    const { results } = await search.engine.query({
      term: 'zebra chargeback hall',
    });
    const { preTag = '', postTag = '', fields } = results[0].highlight ?? {};
    expect(fields?.title).toBe(`No${preTag}Chargeback${postTag}Found`);
    const text = fields?.text.replaceAll(preTag, '[').replaceAll(postTag, ']');
    expect(text).toMatch(
      /^… .*A \[zebra\] stands in the \[hall\], and the \[zebra\] reads\. .* …$/,
    );
    expect(text?.length).toBeLessThan(260);
  });

  it('pages through stable results and knows their number', async () => {
    const first = await search.engine.query({ term: 'refund', pageLimit: 2 });
    expect(first.numberOfResults).toBe(5);
    expect(first.previousPageCursor).toBeUndefined();
    const second = await search.engine.query({
      term: 'refund',
      pageLimit: 2,
      pageCursor: first.nextPageCursor,
    });
    const third = await search.engine.query({
      term: 'refund',
      pageLimit: 2,
      pageCursor: second.nextPageCursor,
    });
    expect(third.nextPageCursor).toBeUndefined();
    const results = [first, second, third].flatMap(page => page.results);
    expect(results.map(result => result.rank)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(results.map(result => result.document.title)).size).toBe(5);
  });

  it('answers a page behind the last one with nothing', async () => {
    const cursor = Buffer.from('7').toString('base64');
    await expect(
      search.engine.query({ term: 'refund', pageCursor: cursor }),
    ).resolves.toMatchObject({ results: [], nextPageCursor: undefined });
  });

  describe('when no document has all words', () => {
    it.each([
      ['paymnet servcie', 'payment service', 'payment-service'],
      ['xyzzy refund', 'refund', 'Refunds'],
      ['dashboard reason', 'dashboard reason', 'Runbook'],
    ])('looks for something else than %p', async (term, relaxed, title) => {
      const { results } = await search.engine.query({ term });
      expect(results.map(result => result.document.title)).toContain(title);
      for (const result of results) {
        expect(result).toHaveProperty('relaxedTerm', relaxed);
      }
    });

    it('finds nothing when there is nothing near', async () => {
      expect(await search.findTitles('xyzzy')).toEqual([]);
    });
  });
});
