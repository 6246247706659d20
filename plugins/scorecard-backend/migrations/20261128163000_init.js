// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE entities (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      entity_ref text NOT NULL,
      kind text NOT NULL,
      title text,
      owner_refs text[] NOT NULL,
      system_refs text[] NOT NULL,
      shape jsonb NOT NULL,
      hash text NOT NULL,
      first_seen_at timestamptz NOT NULL DEFAULT now(),
      removed_at timestamptz
    );
    COMMENT ON TABLE entities IS
      'The entities of the catalog, as of the last sweep. title is metadata.title, or the display name of a profile; owner_refs and system_refs are the targets of ownedBy and partOf; shape is what expressions see as entity, hash of all of that. Removed ones have no results any more, and are forgotten after the time of retention: an entity that is gone for an hour keeps its history.';
    CREATE UNIQUE INDEX entities_by_ref ON entities (entity_ref);
    COMMENT ON INDEX entities_by_ref IS 'The entity of a ref.';
    CREATE INDEX entities_by_owner ON entities USING gin (owner_refs);
    COMMENT ON INDEX entities_by_owner IS 'What some owners have: results and reports of a team.';
    CREATE INDEX entities_by_system ON entities USING gin (system_refs);
    COMMENT ON INDEX entities_by_system IS 'What a system consists of: results and reports of it.';
    CREATE INDEX entities_removed ON entities (removed_at) WHERE removed_at IS NOT NULL;
    COMMENT ON INDEX entities_removed IS 'What is forgotten next.';

    CREATE TABLE fact_providers (
      id text PRIMARY KEY,
      last_collected_at timestamptz,
      failure text,
      failing_since timestamptz
    );
    COMMENT ON TABLE fact_providers IS
      'How each provider is doing: when it answered last, and since when it fails. What it tells is in the code or the configuration.';

    CREATE TABLE facts (
      entity_id integer NOT NULL REFERENCES entities ON DELETE CASCADE,
      provider text NOT NULL,
      "values" jsonb,
      urls jsonb,
      observed_at timestamptz,
      collected_at timestamptz,
      due_at timestamptz,
      PRIMARY KEY (entity_id, provider)
    );
    COMMENT ON TABLE facts IS
      'What a provider says of an entity now, by the names of its facts. values is null where it never said anything, or says nothing any more; what is left out is not known. observed_at is when the source measured it: its age counts from there. due_at is when the provider is asked again, null for what is pushed.';
    CREATE INDEX facts_due ON facts (provider, due_at) WHERE due_at IS NOT NULL;
    COMMENT ON INDEX facts_due IS 'Whom a provider is asked about next.';

    CREATE TABLE fact_changes (
      entity_id integer NOT NULL REFERENCES entities ON DELETE CASCADE,
      provider text NOT NULL,
      from_at timestamptz NOT NULL,
      to_at timestamptz NOT NULL DEFAULT 'infinity',
      observed_at timestamptz,
      "values" jsonb,
      is_imported boolean NOT NULL DEFAULT false,
      PRIMARY KEY (entity_id, provider, from_at)
    );
    COMMENT ON TABLE fact_changes IS
      'What a provider said from an instant on until another: one row for each change. observed_at is when it was confirmed last, null as long as it is what facts say. is_imported is what somebody told of the time before the portal looked for itself.';
    CREATE INDEX fact_changes_ended ON fact_changes (to_at) WHERE to_at <> 'infinity';
    COMMENT ON INDEX fact_changes_ended IS 'What is older than the time of retention.';

    CREATE TABLE scorecard_files (
      source text PRIMARY KEY,
      origin text NOT NULL CHECK (origin IN ('built-in', 'folder', 'repository')),
      reach text NOT NULL CHECK (reach IN ('everything', 'owned')),
      owner_refs text[] NOT NULL DEFAULT '{}',
      refusal text,
      etag text,
      content text,
      problem text,
      problems jsonb NOT NULL DEFAULT '[]',
      checked_at timestamptz,
      due_at timestamptz
    );
    COMMENT ON TABLE scorecard_files IS
      'The files that scorecards are written in, by path or address. owner_refs are the owners of the entities that name a file of a repository: a scorecard of reach owned has one of them as its owner. refusal is why it must not be used, problem why it cannot be read, problems what is wrong with what it says.';
    CREATE INDEX scorecard_files_due ON scorecard_files (due_at) WHERE due_at IS NOT NULL;
    COMMENT ON INDEX scorecard_files_due IS 'What is read next.';

    CREATE TABLE scorecards (
      name text PRIMARY KEY,
      source text NOT NULL,
      reach text NOT NULL CHECK (reach IN ('everything', 'owned')),
      definition jsonb NOT NULL,
      line integer NOT NULL,
      content text NOT NULL,
      hash text NOT NULL,
      version integer NOT NULL,
      published_at timestamptz NOT NULL,
      evaluation text NOT NULL DEFAULT '',
      next_evaluation text,
      next_entity_id integer,
      evaluated_at timestamptz,
      past_wanted_at timestamptz,
      removed_at timestamptz
    );
    COMMENT ON TABLE scorecards IS
      'The scorecards that are in force; of removed ones only the history is left. evaluation names what all results were worked out by: version, rules of the portal and facts that are known. While everything is evaluated anew by next_evaluation, next_entity_id is how far that is, so that another replica goes on. past_wanted_at asks for the results of the weeks before, from the facts that are kept.';

    CREATE TABLE scorecard_versions (
      name text NOT NULL,
      version integer NOT NULL,
      definition jsonb NOT NULL,
      content text NOT NULL,
      changes text[] NOT NULL,
      published_at timestamptz NOT NULL,
      commit text,
      PRIMARY KEY (name, version)
    );
    COMMENT ON TABLE scorecard_versions IS
      'What a scorecard said, and what changed against the version before, in words. commit changed its file, where the host of it tells.';

    CREATE TABLE evaluation_queue (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      entity_id integer NOT NULL REFERENCES entities ON DELETE CASCADE
    );
    COMMENT ON TABLE evaluation_queue IS
      'Entities of which something changed that results depend on. An entity may be there several times: whoever writes waits for nobody.';

    CREATE TABLE results (
      scorecard text NOT NULL,
      entity_id integer NOT NULL REFERENCES entities ON DELETE CASCADE,
      version integer NOT NULL,
      rank smallint,
      score double precision,
      pass smallint NOT NULL,
      fail smallint NOT NULL,
      unknown smallint NOT NULL,
      exempt smallint NOT NULL,
      not_applicable smallint NOT NULL,
      outcomes jsonb NOT NULL,
      since jsonb NOT NULL,
      reasons jsonb NOT NULL,
      rated_since timestamptz NOT NULL,
      level_since timestamptz NOT NULL,
      evaluated_at timestamptz NOT NULL,
      due_at timestamptz,
      PRIMARY KEY (scorecard, entity_id)
    );
    COMMENT ON TABLE results IS
      'How an entity stands in a scorecard. rank is its level from 1, 0 for none, null where it can have none; score is from 0 to 1. outcomes are by the name of the check, those that are announced only among them; since says for some of them since when, in seconds of the epoch, and rated_since for all others; reasons says why some are unknown. due_at is when an outcome can change although no fact does: a fact gets too old, a check begins to count, an exemption ends.';
    CREATE INDEX results_by_level ON results (scorecard, rank DESC NULLS LAST, entity_id);
    COMMENT ON INDEX results_by_level IS 'Results in order of level, and how many hold which.';
    CREATE INDEX results_by_score ON results (scorecard, score DESC NULLS LAST, entity_id);
    COMMENT ON INDEX results_by_score IS 'Results in order of score.';
    CREATE INDEX results_by_entity ON results (entity_id);
    COMMENT ON INDEX results_by_entity IS 'All scorecards of an entity.';
    CREATE INDEX results_due ON results (due_at) WHERE due_at IS NOT NULL;
    COMMENT ON INDEX results_due IS 'What changes by time only.';

    CREATE TABLE result_changes (
      scorecard text NOT NULL,
      entity_id integer NOT NULL REFERENCES entities ON DELETE CASCADE,
      from_at timestamptz NOT NULL,
      to_at timestamptz NOT NULL DEFAULT 'infinity',
      version integer NOT NULL,
      is_rated boolean NOT NULL DEFAULT true,
      is_past boolean NOT NULL DEFAULT false,
      rank smallint,
      score double precision,
      previous_rank smallint,
      is_rank_change boolean NOT NULL DEFAULT false,
      changed jsonb NOT NULL,
      PRIMARY KEY (scorecard, entity_id, from_at)
    );
    COMMENT ON TABLE result_changes IS
      'How an entity stood from an instant on until another: one row for each change of an outcome, the score or the level. changed are the outcomes that changed then, by check. is_rank_change marks a move to another level from previous_rank, which the first result is not. Not is_rated from when it is rated no more. is_past is what was worked out later, from facts that were kept or imported.';
    CREATE INDEX result_changes_by_time ON result_changes (scorecard, from_at, to_at);
    COMMENT ON INDEX result_changes_by_time IS 'How many held which level at an instant.';
    CREATE INDEX result_changes_moves ON result_changes (scorecard, from_at DESC)
      WHERE is_rank_change;
    COMMENT ON INDEX result_changes_moves IS 'Who moved last.';
    CREATE INDEX result_changes_ended ON result_changes (to_at) WHERE to_at <> 'infinity';
    COMMENT ON INDEX result_changes_ended IS 'What is older than the time of retention.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE result_changes, results, evaluation_queue, scorecard_versions,
      scorecards, scorecard_files, fact_changes, facts, fact_providers, entities
  `);
};
