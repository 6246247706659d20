interface Problem {
  severity: string;
  rule: string;
  column?: string;
  message: string;
  rowCount: number;
  examples: { row: number; value?: string }[];
}

/** What the portal says of an import, as far as it is printed. */
export interface SentImport {
  id: string;
  state: string;
  message?: string;
  rowCount: number;
  months: string[];
  totals: { currency: string; billed: string }[];
  report?: { focusVersion?: string; problems: Problem[] };
  reconciliation?: { isEqual: boolean }[];
}

/** How an import went, for a terminal. */
export function renderImport(sent: SentImport, portalUrl: string): string {
  const { id, message, report } = sent;
  const version = report?.focusVersion;
  const lines = [
    `Import ${id} at ${portalUrl}: ${sent.state}${
      message ? `. ${message}` : ''
    }`,
    `${sent.rowCount} rows${version ? ` of FOCUS ${version}` : ''}${
      sent.months.length > 0 ? ` for ${sent.months.join(', ')}` : ''
    }`,
    ...sent.totals.map(
      ({ billed, currency }) => `${billed} ${currency} billed`,
    ),
    ...renderReconciliation(sent.reconciliation ?? []),
    ...(report?.problems ?? []).flatMap(renderProblem),
  ];
  return `${lines.join('\n')}\n`;
}

function renderReconciliation(invoices: { isEqual: boolean }[]): string[] {
  if (invoices.length === 0) {
    return [];
  }
  const count = invoices.filter(({ isEqual }) => !isEqual).length;
  return [
    count === 0
      ? 'Every invoice adds up to the last digit'
      : `${count} of ${invoices.length} invoices do not add up`,
  ];
}

function renderProblem(problem: Problem): string[] {
  const { column, examples, message, rowCount, rule, severity } = problem;
  const where = rowCount > 0 ? ` (${rowCount} rows)` : '';
  return [
    `${severity}: ${rule}${column ? ` in ${column}` : ''}${where}: ${message}`,
    ...examples.map(
      ({ row, value }) =>
        `  row ${row}${value === undefined ? '' : `: ${value}`}`,
    ),
  ];
}
