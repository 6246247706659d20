// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE openmetrics_endpoints (
      url text PRIMARY KEY,
      scraped_at timestamptz,
      process_started_at double precision,
      problem text
    );
    COMMENT ON TABLE openmetrics_endpoints IS
      'What is scraped: when it answered the last time, since when its process ran then, in seconds since 1970, and what has been wrong with it since.';

    CREATE TABLE openmetrics_queries (
      key text PRIMARY KEY,
      url text NOT NULL REFERENCES openmetrics_endpoints,
      query text NOT NULL,
      kind text NOT NULL,
      requested_at timestamptz NOT NULL,
      state jsonb,
      series_count integer,
      problem text
    );
    COMMENT ON TABLE openmetrics_queries IS
      'What is read from an endpoint. The key is the digest of the other words. state holds the values of the last scrape and the minute that is not over, series_count how many series there were; requested_at says when the engine asked the last time, and what it has not asked for lately is no longer read.';
    CREATE INDEX openmetrics_queries_requested ON openmetrics_queries (requested_at);
    COMMENT ON INDEX openmetrics_queries_requested IS 'What is to be scraped now.';

    CREATE TABLE openmetrics_minutes (
      query_key text NOT NULL REFERENCES openmetrics_queries ON DELETE CASCADE,
      minute timestamptz NOT NULL,
      value double precision NOT NULL,
      PRIMARY KEY (query_key, minute)
    );
    COMMENT ON TABLE openmetrics_minutes IS
      'What a query came to in each whole minute, kept for a day for the engine to fetch. A minute that was not covered by scrapes has no row.';
    CREATE INDEX openmetrics_minutes_age ON openmetrics_minutes (minute);
    COMMENT ON INDEX openmetrics_minutes_age IS 'What is too old.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(
    'DROP TABLE openmetrics_minutes, openmetrics_queries, openmetrics_endpoints',
  );
};
