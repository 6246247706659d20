import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderImport } from './renderImport.ts';

test('says how an import went', () => {
  const sent = {
    id: '7',
    state: 'imported',
    rowCount: 1200,
    months: ['2026-11'],
    totals: [{ currency: 'EUR', billed: '84.02' }],
    report: { focusVersion: '1.2', problems: [] },
    reconciliation: [{ isEqual: true }],
  };
  assert.equal(
    renderImport(sent, 'http://localhost:7007'),
    `Import 7 at http://localhost:7007: imported
1200 rows of FOCUS 1.2 for 2026-11
84.02 EUR billed
Every invoice adds up to the last digit
`,
  );
});

test('lists what refuses a file, with the first rows', () => {
  assert.equal(
    renderImport(
      {
        id: '8',
        state: 'refused',
        message: 'It has errors',
        rowCount: 2,
        months: [],
        totals: [],
        report: {
          problems: [
            {
              severity: 'error',
              rule: 'decimal',
              column: 'BilledCost',
              message: 'A number has digits',
              rowCount: 1,
              examples: [{ row: 2, value: 'NaN' }],
            },
          ],
        },
      },
      'https://portal.example.com',
    ),
    `Import 8 at https://portal.example.com: refused. It has errors
2 rows
error: decimal in BilledCost (1 rows): A number has digits
  row 2: NaN
`,
  );
});
