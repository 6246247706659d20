// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE messages (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      key text NOT NULL,
      recipient_refs text[] NOT NULL,
      exclude_ref text,
      payload jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      due_at timestamptz,
      attempts integer NOT NULL DEFAULT 0,
      sent_at timestamptz,
      problem text
    );
    COMMENT ON TABLE messages IS
      'Notifications about leases, written down before they are sent. A key is what a message is about and happens once. Without due_at it was sent, or given up, as problem says.';
    CREATE UNIQUE INDEX messages_once ON messages (key);
    COMMENT ON INDEX messages_once IS 'Nobody is told the same twice.';
    CREATE INDEX messages_due ON messages (due_at) WHERE due_at IS NOT NULL;
    COMMENT ON INDEX messages_due IS 'What is to be sent.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE messages');
};
