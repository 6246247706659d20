import { z } from 'zod';
import type { JsonDocument } from '../../json/JsonDocument';
import type { JsonItem, JsonPattern } from '../../json/JsonWalker';
import { readLine } from '../../model/text';
import type { ParsedItem } from '../ParsedItem';
import { parseItem, readItem, readItems } from '../readItems';
import { SarifRun } from './SarifRun';
import { sarifResultSchema, sarifRuleSchema } from './sarifSchemas';
import { SCORECARD_TOOL, SECRET_TOOL, toSarifFinding } from './toSarifFinding';

const RUN = ['runs', '*'];

const CONTEXT: JsonPattern[] = [
  [...RUN, 'tool', 'driver', 'name'],
  [...RUN, 'tool', 'driver', 'rules', '*'],
  [...RUN, 'tool', 'extensions', '*', 'rules', '*'],
  [...RUN, 'originalUriBaseIds'],
  [...RUN, 'artifacts', '*', 'location'],
  [...RUN, 'invocations', '*', 'executionSuccessful'],
  [...RUN, 'results'],
];

const LIST_OF_RESULTS = CONTEXT.length - 1;

const RESULTS: JsonPattern[] = [
  [...RUN, 'results', '*'],
  [...RUN, 'tool', 'driver', 'name'],
];

const baseIdsSchema = z.record(
  z.string(),
  z.object({ uri: z.string().optional() }),
);
const locationSchema = z.object({ uri: z.string().optional() });

/** Reads SARIF 2.1.0. Rules may stand behind the results, so it is read twice. */
export async function* readSarif(
  document: JsonDocument,
): AsyncGenerator<ParsedItem> {
  const runs = new Map<number, SarifRun>();
  for await (const item of document.items(CONTEXT)) {
    const run = runOf(runs, item);
    if (item.pattern === LIST_OF_RESULTS) {
      // What is too long to be read at once is read one by one.
      run.isScan = Array.isArray(item.value) || item.problem !== undefined;
    } else {
      yield* readItem(item, () => {
        addContext(run, item);
        return [];
      });
    }
  }
  yield* readItems(document, {
    patterns: RESULTS,
    read: item => {
      const run = runOf(runs, item);
      return item.pattern === 0
        ? [toSarifFinding(parseItem(sarifResultSchema, item), run)]
        : reportOf(run);
    },
  });
}

function addContext(run: SarifRun, item: JsonItem): void {
  const { path, pattern, value } = item;
  const last = Number(path.at(-1));
  switch (pattern) {
    case 0:
      run.tool = toolOf(parseItem(z.string(), item)) ?? run.tool;
      break;
    case 1:
      run.addRule(parseItem(sarifRuleSchema, item), 'driver', last);
      break;
    case 2:
      run.addRule(parseItem(sarifRuleSchema, item), Number(path[4]), last);
      break;
    case 3:
      for (const { uri } of Object.values(
        baseIdsSchema.catch({}).parse(value),
      )) {
        if (uri && /^[a-z][a-z0-9+.-]*:/i.test(uri)) {
          run.addBaseUri(uri);
        }
      }
      break;
    case 5:
      run.hasFailed ||= value === false;
      break;
    default: {
      const { uri } = locationSchema.catch({}).parse(value);
      if (uri) {
        run.addFile(Number(path[3]), uri);
      }
    }
  }
}

/** Some tools have another name in SARIF than in their own format. */
function toolOf(name: string): string | undefined {
  return /\bgrype\b/i.test(name) ? 'Grype' : readLine(name);
}

/** What it means that there is a run, whatever its results. */
function reportOf({ tool, isScan, hasFailed }: SarifRun): ParsedItem[] {
  if (!isScan) {
    return [];
  }
  return hasFailed
    ? [{ type: 'tool', tool, hasFailed }]
    : [{ type: 'tool', tool }, ...lookedFor(tool)];
}

/** Tools that look for vulnerable packages say so by their findings only. */
const PACKAGE_TOOL = /trivy|grype|snyk|osv|dependency-check/i;

function lookedFor(tool: string): ParsedItem[] {
  if (PACKAGE_TOOL.test(tool)) {
    return [];
  }
  if (SCORECARD_TOOL.test(tool)) {
    return [{ type: 'looked-for', tool, kind: 'posture' }];
  }
  const kind = SECRET_TOOL.test(tool) ? 'secret' : 'code';
  return [{ type: 'looked-for', tool, kind }];
}

function runOf(runs: Map<number, SarifRun>, { path }: JsonItem): SarifRun {
  const index = Number(path[1]);
  const run = runs.get(index) ?? new SarifRun();
  runs.set(index, run);
  return run;
}
