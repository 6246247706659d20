// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE entities (
      entity_ref text PRIMARY KEY,
      kind text NOT NULL,
      namespace text NOT NULL,
      name text NOT NULL,
      title text,
      description text,
      type text,
      lifecycle text,
      owner_ref text,
      owner_title text,
      system_ref text,
      system_title text,
      parent_ref text,
      tags text[] NOT NULL,
      search_text text NOT NULL,
      name_key text COLLATE "C" NOT NULL,
      owner_key text COLLATE "C",
      system_key text COLLATE "C",
      hash text NOT NULL,
      saved_at timestamptz NOT NULL DEFAULT now(),
      health smallint NOT NULL DEFAULT 3 CHECK (health BETWEEN 0 AND 3),
      health_reason text,
      open_incidents integer NOT NULL DEFAULT 0,
      version text,
      deployed_at timestamptz,
      budget_remaining double precision,
      level jsonb,
      level_key double precision,
      cost_amount numeric,
      cost_currency text,
      parts jsonb NOT NULL DEFAULT '{}',
      asked_at timestamptz,
      due_at timestamptz
    );
    COMMENT ON TABLE entities IS
      'One row for each entity of the catalog: what a list shows of it, and what the plugins said of it last. It can be emptied at any time. Refs are lower-cased. owner_title and system_title are copies of the titles of these entities. parent_ref is the domain of a system or domain, and the group above a group. The keys are what lists are sorted by: in lower case and without accents. health is 0 for bad, 1 for warning, 2 for good and 3 for unknown. level_key is from 0 to just over 1. parts is what each plugin said last, by the name of the part. asked_at is when the plugins answered last, due_at when they are to be asked again; they are never asked of people.';
    CREATE INDEX entities_by_kind_and_name ON entities (kind, name_key, entity_ref);
    COMMENT ON INDEX entities_by_kind_and_name IS 'The list of a kind by name.';
    CREATE INDEX entities_by_name ON entities (name_key, entity_ref);
    COMMENT ON INDEX entities_by_name IS 'The list of all kinds by name.';
    CREATE INDEX entities_by_owner ON entities (owner_ref) WHERE owner_ref IS NOT NULL;
    COMMENT ON INDEX entities_by_owner IS 'What some groups or people own, and whose title they give.';
    CREATE INDEX entities_by_system ON entities (system_ref) WHERE system_ref IS NOT NULL;
    COMMENT ON INDEX entities_by_system IS 'The parts of a system, and whose title it gives.';
    CREATE INDEX entities_by_parent ON entities (parent_ref) WHERE parent_ref IS NOT NULL;
    COMMENT ON INDEX entities_by_parent IS 'What is below a group or domain.';
    CREATE INDEX entities_due ON entities (due_at) WHERE due_at IS NOT NULL;
    COMMENT ON INDEX entities_due IS 'Of which entities the plugins are to be asked now.';

    CREATE TABLE saved_views (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      title text NOT NULL,
      query text NOT NULL,
      team_ref text,
      author_ref text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    COMMENT ON TABLE saved_views IS
      'Views of the catalog that somebody saved, for themselves or for a team. query is what stands after the ? in the address.';
    CREATE INDEX saved_views_by_author ON saved_views (author_ref) WHERE team_ref IS NULL;
    COMMENT ON INDEX saved_views_by_author IS 'The views that somebody saved for themselves.';
    CREATE INDEX saved_views_by_team ON saved_views (team_ref) WHERE team_ref IS NOT NULL;
    COMMENT ON INDEX saved_views_by_team IS 'The views of a team.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE saved_views, entities');
};
