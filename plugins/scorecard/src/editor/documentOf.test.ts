import { addDocument, documentOf, putDocument } from './documentOf';
import { newScorecard } from './newScorecard';

const one = newScorecard('group:default/payments');
const other = one.replaceAll('our-standard', 'other');

describe('documentOf', () => {
  it('finds a scorecard among others of a file', () => {
    const file = addDocument(`# Ours\n---\n${one}`, other);
    expect(documentOf(file, 'our-standard')).toEqual({
      name: 'our-standard',
      title: 'Our standard',
      content: one.trimEnd(),
      line: 3,
    });
    expect(documentOf(file, undefined)?.name).toBe('other');
    expect(documentOf(file, 'other')?.content).toBe(other);
    expect(documentOf(file, 'third')).toBeUndefined();
  });

  it('puts one in its place, or at the end', () => {
    const mine = one.replace('Our standard', 'Better');
    const document = { name: 'our-standard', content: mine.trimEnd() };
    expect(putDocument(addDocument(one, other), document)).toBe(
      addDocument(mine, other),
    );
    expect(putDocument(other, document)).toBe(
      addDocument(other, mine.trimEnd()),
    );
    expect(putDocument('', document)).toBe(mine.trimEnd());
  });

  it('finds none in what is not valid', () => {
    expect(documentOf('kind: [', 'our-standard')).toBeUndefined();
    expect(documentOf('', undefined)).toBeUndefined();
  });
});
