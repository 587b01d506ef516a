// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('data_platform_notices', table => {
    table.comment(
      'What the owner of a job was told last, so that nothing is told twice.',
    );
    table.string('entity_ref', 320).notNullable();
    table
      .string('topic', 100)
      .notNullable()
      .comment('run, schedule, or a series');
    table.string('state', 20).notNullable().comment('trouble or recovered');
    table.string('cause', 200).notNullable();
    table.string('claim', 40).notNullable().comment('who tells it');
    table.bigInteger('claimed_at').notNullable();
    table.boolean('told').notNullable();
    table.primary(['entity_ref', 'topic']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('data_platform_notices');
};
