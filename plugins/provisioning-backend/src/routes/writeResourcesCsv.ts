import { type Page, toCsv } from '@atrium/common';
import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const COLUMNS: [
  title: string,
  read: (resource: ProvisionedResource) => string | undefined,
][] = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['type', ({ type }) => type],
  ['class', one => one.class],
  ['environment', ({ environment }) => environment],
  ['owner', ({ ownerRef }) => ownerRef],
  ['components', ({ entityRefs }) => entityRefs.join(' ')],
  ['definition', ({ definition }) => definition],
  ['plan', ({ plan }) => plan],
  ['monthlyPrice', ({ monthlyPrice }) => monthlyPrice?.amount],
  ['currency', ({ monthlyPrice }) => monthlyPrice?.currency],
  ['state', ({ state }) => state],
  ['leaseEndsAt', ({ lease }) => lease?.endsAt],
  ['drift', ({ drift }) => drift.differences.join('; ')],
  ['checkedAt', ({ drift }) => drift.checkedAt],
  ['providerName', ({ providerName }) => providerName],
  ['createdAt', ({ createdAt }) => createdAt],
];

/** Answers resources as a file for spreadsheets, page after page. */
export async function writeResourcesCsv(
  res: Response,
  readPage: (cursor?: string) => Promise<Page<ProvisionedResource>>,
): Promise<void> {
  // Where the first page cannot be read, the answer is an error.
  const first = await readPage();
  res.type('text/csv').attachment('resources.csv');
  await pipeline(Readable.from(readLines(first, readPage)), res);
}

async function* readLines(
  first: Page<ProvisionedResource>,
  readPage: (cursor?: string) => Promise<Page<ProvisionedResource>>,
): AsyncGenerator<string> {
  yield toCsv([COLUMNS.map(([title]) => title)]);
  let page = first;
  for (;;) {
    yield toCsv(
      page.items.map(resource => COLUMNS.map(([, read]) => read(resource))),
    );
    if (!page.nextCursor) {
      return;
    }
    page = await readPage(page.nextCursor);
  }
}
