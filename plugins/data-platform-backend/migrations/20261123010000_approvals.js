// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('data_platform_approvals', table => {
    table.comment('Requests for leave to do an operation');
    table.string('id', 40).primary();
    table.string('operation', 100).notNullable();
    table.string('title', 500).notNullable();
    table.text('reason').notNullable();
    table.text('request').notNullable().comment('JSON');
    table
      .string('about', 64)
      .notNullable()
      .comment('hash of what is asked for, without what was looked at');
    table
      .string('live', 64)
      .unique()
      .comment('equal to about while it is open or approved: one at a time');
    table.text('pins').notNullable().comment('JSON: what was looked at');
    table.text('calls').notNullable().comment('JSON: what would be done');
    table.string('resource_id', 300);
    table.text('belongs').notNullable().comment('JSON: refs and nature');
    table.string('entity_ref', 320);
    table.string('requested_by', 320).notNullable();
    table.bigInteger('requested_at').notNullable();
    table.text('approver_refs').notNullable().comment('JSON');
    table.string('link', 1000);
    table.string('state', 20).notNullable();
    table.text('state_reason');
    table.string('decided_by', 320);
    table.string('decided_as', 20);
    table.bigInteger('decided_at');
    table.string('operation_id', 40).comment('which carries it out');
    table.bigInteger('claimed_at');
    table.bigInteger('closed_at');
    table.bigInteger('checked_at').notNullable();
    table.integer('comment_count').notNullable();
    table.index(['about', 'requested_at'], 'data_platform_approvals_about');
    table.index(['requested_at'], 'data_platform_approvals_at');
    table.index(['state', 'checked_at'], 'data_platform_approvals_state');
    table.index(['operation_id'], 'data_platform_approvals_operation');
  });
  await knex.schema.createTable('data_platform_approval_comments', table => {
    table.increments('seq');
    table.string('approval', 40).notNullable();
    table.string('by', 320).notNullable();
    table.bigInteger('at').notNullable();
    table.text('text').notNullable();
    table.string('decision', 20);
    table.index(['approval', 'seq'], 'data_platform_approval_comments_of');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('data_platform_approval_comments');
  await knex.schema.dropTable('data_platform_approvals');
};
