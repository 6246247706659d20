import { compactName } from './compactName';
import { indexWords } from './indexWords';
import { splitToken } from './splitToken';

describe('words of identifiers', () => {
  it.each([
    ['payment-service', ['payment', 'service']],
    ['payments-db', ['payments', 'db']],
    ['payment_service', ['payment', 'service']],
    ['/payments/{paymentId}/refunds', ['payments', 'payment', 'id', 'refunds']],
    ['RefundRequest', ['refund', 'request']],
    ['HTTPServer', ['http', 'server']],
    ['createRefundV2', ['create', 'refund', 'v2']],
    ['commerce.orders.v1', ['commerce', 'orders', 'v1']],
    ['Müller', ['muller']],
    ['Ελλάδα', ['ελλαδα']],
    ['部署服务', ['部署', '署服', '服务']],
    ['使用Kubernetes部署', ['使用', 'kubernetes', '部署']],
    ['サーバー設定', ['サー', 'ーハ', 'ハー', 'ー設', '設定']],
    ['名', ['名']],
    ['서비스를', ['서비스를'.normalize('NFKD')]],
    ['&|!():*<->\\\'"', []],
    // One letter or digit each, which are several with signs or spaces between.
    ['⑴', ['1']],
    ['㈠', ['一']],
    ['½', ['1', '2']],
    ['step⑵Done', ['step', '2', 'done']],
    ['\ufdfa', ['صلى', 'الله', 'عليه', 'وسلم']],
    ['\ufe70', []],
    ['', []],
  ])('splits %p', (token, words) => {
    expect(splitToken(token)).toEqual(words);
  });

  it.each([
    ['payment-service', 'paymentservice'],
    ['Payment Service', 'paymentservice'],
    ['PaymentService', 'paymentservice'],
    ['POST /refunds', 'postrefunds'],
    ['***', ''],
  ])('takes %p for the name %p', (name, compact) => {
    expect(compactName(name)).toBe(compact);
  });

  it('keeps no name of words that have no spaces between them', () => {
    expect(indexWords('如何部署 kafka-topic')).toBe(
      '如何 何部 部署 kafka topic kafkatopic',
    );
  });

  it('indexes `½` and `1/2` as the same words', () => {
    expect(indexWords('½')).toBe('1 2 12');
    expect(indexWords('1/2')).toBe('1 2 12');
  });

  it('indexes parts and wholes, and leaves out what nobody types', () => {
    expect(
      indexWords(`Book a RefundRequest at /refunds ${'x'.repeat(65)}`),
    ).toBe('book a refund request refundrequest at refunds');
  });
});
