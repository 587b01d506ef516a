// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('lakefs_branches', table => {
    table.comment('What the portal knows of data branches beyond lakeFS');
    table.string('server', 255).notNullable();
    table.string('repository', 255).notNullable();
    table.string('name', 255).notNullable();
    table.string('source', 255);
    table.string('owner', 255);
    table.text('purpose');
    table.bigInteger('expires_at').comment('epoch milliseconds');
    table.string('created_by', 255);
    table.bigInteger('created_at');
    table.string('operation', 64);
    table.string('last_commit', 64).comment('head when it was seen last');
    table.bigInteger('seen_at');
    table.bigInteger('deleted_at');
    table.string('deleted_by', 255);
    table.primary(['server', 'repository', 'name']);
    table.index(['deleted_at'], 'lakefs_branches_deleted');
    table.index(['expires_at'], 'lakefs_branches_expires');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('lakefs_branches');
};
