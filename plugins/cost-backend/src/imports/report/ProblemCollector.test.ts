import { words } from '../../costWords';
import { ProblemCollector } from './ProblemCollector';

const rowLength = {
  severity: 'error' as const,
  rule: 'row-length',
  message: words.describe('cost.bill.rowLength', { columns: 1_200 }),
};

it('says in English what is wrong, and beside it what that is made of', () => {
  const problems = new ProblemCollector();
  problems.add({
    ...rowLength,
    row: 3,
    value: words.describe('cost.bill.values', { count: 1 }),
  });
  problems.add({
    severity: 'warning',
    rule: 'allowed-value',
    column: 'PricingCategory',
    message: words.describe('cost.bill.allowedValue', {
      values: 'Standard, Other',
    }),
    row: 4,
    value: 'Free',
  });
  expect(problems.list()).toEqual([
    {
      severity: 'error',
      rule: 'row-length',
      message:
        'A row needs a value for each of the 1,200 columns, if only an empty one',
      messages: {
        message: [{ key: 'cost.bill.rowLength', values: { columns: 1_200 } }],
      },
      rowCount: 1,
      examples: [
        {
          row: 3,
          value: '1 value',
          messages: {
            value: [{ key: 'cost.bill.values', values: { count: 1 } }],
          },
        },
      ],
    },
    {
      severity: 'warning',
      rule: 'allowed-value',
      column: 'PricingCategory',
      message: 'FOCUS allows: Standard, Other',
      messages: {
        message: [
          {
            key: 'cost.bill.allowedValue',
            values: { values: 'Standard, Other' },
          },
        ],
      },
      rowCount: 1,
      // What stands in the file is the same in every language.
      examples: [{ row: 4, value: 'Free' }],
    },
  ]);
});

it('writes the text of a problem once, however many rows have it', () => {
  const text = jest.spyOn(words, 'text');
  const problems = new ProblemCollector();
  for (let row = 1; row <= 1_000; row++) {
    problems.add({ ...rowLength, row, value: 'a,b' });
  }
  expect(text).toHaveBeenCalledTimes(1);
  expect(problems.list()).toMatchObject([
    { rowCount: 1_000, examples: [1, 2, 3, 4, 5].map(row => ({ row })) },
  ]);
});
