import type { Knex } from 'knex';
import type { HashedDocument, SearchRow } from './SearchRow';
import { toSearchRow } from './SearchRow';

/** Documents of many pages of text are sent in several statements. */
const MAX_STATEMENT_LENGTH = 8_000_000;

interface InsertDocumentsOptions {
  type: string;
  documents: Iterable<HashedDocument>;
}

/** Writes documents of one type; those that are there already stay. */
export async function insertDocuments(
  transaction: Knex.Transaction,
  { type, documents }: InsertDocumentsOptions,
): Promise<void> {
  let rows: SearchRow[] = [];
  let length = 0;
  for (const document of documents) {
    const row = toSearchRow(document, type);
    rows.push(row);
    length += row.document.length + row.bodyText.length;
    if (length > MAX_STATEMENT_LENGTH) {
      await insertRows(transaction, { type, rows });
      rows = [];
      length = 0;
    }
  }
  if (rows.length > 0) {
    await insertRows(transaction, { type, rows });
  }
}

async function insertRows(
  transaction: Knex.Transaction,
  { type, rows }: { type: string; rows: SearchRow[] },
): Promise<void> {
  await transaction.raw(
    `INSERT INTO search_documents
         (hash, type, document, title_key, name_keys, name_words, name_terms,
          terms)
       SELECT
         decode("hash", 'hex'),
         ?,
         CAST("document" AS jsonb),
         "titleKey",
         "nameKeys",
         "nameWords",
         named.terms,
         named.terms
           || setweight(to_tsvector('english', "bodyText"), 'B')
           || setweight(to_tsvector('english', "fieldText"), 'D')
       FROM json_to_recordset(?) AS (
         "hash" text, "document" text, "titleKey" text, "nameKeys" text[],
         "nameWords" text[], "nameText" text, "kindText" text, "bodyText" text,
         "fieldText" text
       ),
       -- Names are found as they are written and by the forms of their words, and with
       -- the kind of what has them.
       LATERAL (
         SELECT setweight(
           to_tsvector('simple', "nameText") || to_tsvector('english', "nameText"),
           'A'
         ) || setweight(to_tsvector('simple', "kindText"), 'D') AS terms
         OFFSET 0
       ) AS named
       ON CONFLICT (hash) DO NOTHING`,
    [type, JSON.stringify(rows)],
  );
}
