/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('atrium_run_workspaces', table => {
    table.comment('The files of runs that have not completed, for resuming');
    table.text('task_id').primary().comment('The run, as in tasks');
    table.binary('contents').notNullable().comment('A tar of the workspace');
    table
      .timestamp('saved_at', { useTz: true })
      .notNullable()
      .defaultTo(knex.fn.now());
  });
  await knex.schema.createTable('atrium_run_notices', table => {
    table.comment('The runs whose person was told how they ended');
    table.text('task_id').primary().comment('The run, as in tasks');
    table.text('status').notNullable().comment('What the person was told');
    table
      .timestamp('told_at', { useTz: true })
      .notNullable()
      .defaultTo(knex.fn.now());
  });
  // Nobody wants to hear of what ended before there were notices.
  if (await knex.schema.hasTable('tasks')) {
    await knex.raw(
      `INSERT INTO atrium_run_notices (task_id, status)
       SELECT id::text, status FROM tasks
       WHERE status IN ('completed', 'failed', 'cancelled')`,
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('atrium_run_notices');
  await knex.schema.dropTable('atrium_run_workspaces');
};
