import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const RULES = 50;
/** As long as a message of CodeQL that quotes the path of a value. */
const MESSAGE = 'The value comes from the user and reaches a query. '.repeat(8);

/** Writes SARIF in the order of CodeQL, whose rules stand before the results. */
export async function writeReport(file: string, count: number): Promise<void> {
  await pipeline(Readable.from(toParts(count)), createWriteStream(file));
}

function* toParts(count: number): Generator<string> {
  const rules = Array.from({ length: RULES }, (_, index) => ({
    id: `rule-${index}`,
    shortDescription: { text: `Rule ${index}` },
    properties: { tags: [`external/cwe/cwe-${100 + index}`] },
  }));
  yield `{"version":"2.1.0","runs":[{"tool":{"driver":${JSON.stringify({
    name: 'CodeQL',
    rules,
  })}},"results":[`;
  for (let index = 0; index < count; index++) {
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(toResult(index))}`;
  }
  yield ']}]}';
}

function toResult(index: number): object {
  return {
    ruleId: `rule-${index % RULES}`,
    message: { text: `${MESSAGE}${index}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: `src/folder-${index % 997}/${index}.ts` },
          region: {
            startLine: (index % 500) + 1,
            snippet: { text: `query(${index})` },
          },
        },
      },
    ],
  };
}
