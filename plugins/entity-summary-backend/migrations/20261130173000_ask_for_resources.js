// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // What the portal made is asked of provisioning since; nothing else has it known.
  await knex.raw(`UPDATE entities SET due_at = now() WHERE kind = 'resource'`);
};

exports.down = async function down() {
  // Nothing to take back.
};
