import { toCsvRows } from './toCsvRows';

describe('toCsvRows', () => {
  it('writes what is known, headings first', () => {
    const rows = toCsvRows([
      {
        id: '00000000-0000-4000-8000-000000000001',
        kind: 'syntax',
        severity: 'error',
        message: 'Missing closing quote',
        advice: 'Correct line 3 of the file.',
        line: 3,
        repository: 'acme/shop',
        path: 'catalog-info.yaml',
        ownerRef: 'group:default/team-storefront',
        firstSeenAt: '2026-11-25T12:00:00.000Z',
        lastSeenAt: '2026-11-25T12:01:00.000Z',
      },
    ]);

    expect(rows[0].slice(0, 3)).toEqual(['Severity', 'Problem', 'Repository']);
    expect(rows[1]).toEqual([
      'error',
      'syntax',
      'acme/shop',
      'catalog-info.yaml',
      3,
      '',
      'group:default/team-storefront',
      'Missing closing quote',
      'Correct line 3 of the file.',
      '2026-11-25T12:00:00.000Z',
      '2026-11-25T12:01:00.000Z',
      '',
    ]);
  });
});
