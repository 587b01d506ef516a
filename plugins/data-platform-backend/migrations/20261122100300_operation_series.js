// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('data_platform_operations', table => {
    table
      .text('series')
      .comment('of a series of runs: what its runs are made from');
    table
      .text('cancel')
      .comment('of a series of runs: who asked it to end, and how');
    table.index(['actor', 'created_at'], 'data_platform_operations_actor');
    table.index(['finished_at'], 'data_platform_operations_finished');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('data_platform_operations', table => {
    table.dropIndex(['actor', 'created_at'], 'data_platform_operations_actor');
    table.dropIndex(['finished_at'], 'data_platform_operations_finished');
    table.dropColumn('series');
    table.dropColumn('cancel');
  });
};
