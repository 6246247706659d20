import type { ImportReport } from '@atrium/plugin-cost-common';
import type { ProblemCollector } from '../report/ProblemCollector';
import {
  focusColumns,
  type FocusVersion,
  hasColumn,
  isMandatory,
} from './focusColumns';

interface CheckFocusHeaderOptions {
  version: FocusVersion;
  problems: ProblemCollector;
}

/** Reports what is wrong with the columns of a file, and says what they are. */
export function checkFocusHeader(
  columns: readonly string[],
  { version, problems }: CheckFocusHeaderOptions,
): ImportReport['columns'] {
  const names = new Set(columns);
  const missing = [...focusColumns.values()]
    .filter(column => isMandatory(column, version) && !names.has(column.name))
    .map(({ name }) => name);
  const kept = [...names].filter(name => !focusColumns.has(name));
  for (const column of names) {
    if (columns.indexOf(column) !== columns.lastIndexOf(column)) {
      problems.add({
        severity: 'error',
        rule: 'column-duplicate',
        column,
        message: 'The column appears more than once',
      });
    }
    const known = focusColumns.get(column);
    if (known && !hasColumn(known, version)) {
      problems.add({
        severity: 'warning',
        rule: 'column-version',
        column,
        message: `FOCUS ${version} does not define this column`,
      });
    }
  }
  for (const column of missing) {
    problems.add({
      severity: 'error',
      rule: 'column-missing',
      column,
      message: `FOCUS ${version} requires this column`,
    });
  }
  for (const column of kept.filter(name => !name.startsWith('x_'))) {
    problems.add({
      severity: 'warning',
      rule: 'column-custom',
      column,
      message:
        "FOCUS does not define this column, and names of custom ones start with 'x_'. It is kept with the rows",
    });
  }
  return {
    read: [...names].filter(name => focusColumns.has(name)),
    kept,
    missing,
  };
}
