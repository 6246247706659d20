import {
  paymentService,
  refundOperation,
  refundPage,
  scorecard,
} from '../__testUtils__/searchResults';
import { readHit } from './SearchHit';

describe('readHit', () => {
  it('says what an entity is and whose', () => {
    expect(readHit(paymentService)).toMatchObject({
      subject: 'component',
      label: 'Service',
      ownerRef: 'group:default/team-payments',
      systemRef: 'system:default/billing',
      lifecycle: 'experimental',
      titleParts: [
        { text: 'payment', isMatch: true },
        { text: '-service', isMatch: false },
      ],
      isCode: false,
      isDeprecated: false,
    });
  });

  it('says of which API an operation is and of what a page', () => {
    expect(readHit(refundOperation)).toMatchObject({
      subject: 'operation',
      label: 'Operation of Payment API',
      isCode: true,
      isDeprecated: true,
      titleParts: [{ text: 'POST /refunds', isMatch: false }],
    });
    expect(readHit(refundPage)).toMatchObject({
      subject: 'docs',
      label: 'Docs of payment-service',
    });
  });

  it('takes a type that it does not know', () => {
    expect(readHit(scorecard)).toMatchObject({
      subject: 'other',
      label: 'Score card',
    });
  });
});
