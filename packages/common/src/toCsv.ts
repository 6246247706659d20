/** What a cell of a CSV file can hold. */
export type CsvCell = string | number | undefined;

/** Rows as CSV (RFC 4180), each ended by a line break. */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map(row => `${row.map(escape).join(',')}\r\n`).join('');
}

function escape(cell: CsvCell): string {
  if (cell === undefined || typeof cell === 'number') {
    return cell === undefined ? '' : String(cell);
  }
  // Spreadsheets run a cell that begins like a formula; a number is none.
  const isFormula = /^[=+\-@\t\r]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell);
  const safe = isFormula ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
