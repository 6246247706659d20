import {
  paymentService,
  refundOperation,
  refundPage,
  scorecard,
} from '../__testUtils__/searchResults';
import { readHit } from './SearchHit';
import { splitHighlight } from './splitHighlight';

describe('readHit', () => {
  it('says what an entity is and whose', () => {
    expect(readHit(paymentService)).toMatchObject({
      subject: 'component',
      label: 'Component · service',
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

it.each([
  ['a <1>b</1> c', ['a ', '[b]', ' c']],
  ['<1>a</1><1>b</1>', ['[a]', '[b]']],
  ['<1>not closed', ['[not closed]']],
  ['closed</1> only', ['closed</1> only']],
  ['', []],
])('splits %p', (text, parts) => {
  expect(
    splitHighlight(text, { preTag: '<1>', postTag: '</1>' }).map(part =>
      part.isMatch ? `[${part.text}]` : part.text,
    ),
  ).toEqual(parts);
});
