import { summarizeDocs } from './summarizeDocs';

it('counts what leads nowhere, and finds the newest change', () => {
  expect(
    summarizeDocs({
      version: 1,
      builtAt: '2026-11-28T00:00:00.000Z',
      warnings: [
        { kind: 'broken-link', message: 'a' },
        { kind: 'missing-image', message: 'b' },
        { kind: 'math', message: 'c' },
      ],
      pages: [
        { path: '', lastUpdated: '2026-10-01T00:00:00.000Z' },
        { path: 'a/', lastUpdated: '2026-11-01T00:00:00.000Z' },
        { path: 'b/' },
      ],
    }),
  ).toEqual({
    pages: 3,
    brokenLinks: 2,
    warnings: 3,
    changedAt: '2026-11-01T00:00:00.000Z',
  });
  for (const other of [undefined, '', {}, { pages: 1, warnings: [] }]) {
    expect(summarizeDocs(other)).toBeUndefined();
  }
});
