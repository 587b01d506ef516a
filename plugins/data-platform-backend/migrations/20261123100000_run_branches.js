// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('data_platform_run_branches', table => {
    table.comment('On which data branch a run was started.');
    table.string('source', 253).notNullable();
    table.string('uid', 64).notNullable();
    table.string('branch_source', 253).notNullable();
    table.string('repository', 253).notNullable();
    table.string('branch', 253).notNullable();
    table.string('operation', 36).notNullable().comment('which started it');
    table.bigInteger('at').notNullable();
    table.primary(['uid', 'source']);
    table.index(
      ['branch_source', 'repository', 'branch'],
      'dp_run_branches_branch',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('data_platform_run_branches');
};
