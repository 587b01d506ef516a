// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('data_platform_runs', table => {
    table.comment('Runs: one row an attempt, also after its object is gone.');
    table.string('id', 40).primary();
    table.string('source', 253).notNullable();
    table.string('api_group', 253).notNullable();
    table.string('kind', 63).notNullable();
    table.string('namespace', 253);
    table.string('name', 253).notNullable();
    table.string('uid', 64).notNullable();
    table.string('attempt', 200).notNullable();
    table.string('entity_ref', 320);
    table.string('product_ref', 320);
    table.string('domain_ref', 320);
    table.string('outcome', 20);
    table.bigInteger('sort_at').notNullable().comment('started, or submitted');
    table.float('duration_seconds');
    table.bigInteger('gone_at').comment('null while the object is there');
    table
      .boolean('gone_seen')
      .comment('false: it vanished while nobody looked');
    table.bigInteger('first_recorded_at').notNullable();
    table.string('definition_hash', 64);
    table.integer('pod_count').notNullable().defaultTo(0);
    table.text('body').notNullable().comment('JSON: verdict, pods, times');
    table.index(['entity_ref', 'sort_at'], 'dp_runs_entity');
    table.index(['product_ref', 'sort_at'], 'dp_runs_product');
    table.index(['domain_ref', 'sort_at'], 'dp_runs_domain');
    table.index(['sort_at'], 'dp_runs_sort');
    table.index(['source', 'uid'], 'dp_runs_uid');
    table.index(['source', 'api_group', 'kind', 'gone_at'], 'dp_runs_present');
  });
  await knex.schema.createTable('data_platform_verdicts', table => {
    table.comment('Changes of verdict of runs.');
    table.string('id', 40).primary();
    table.string('run_id', 40).notNullable();
    table.bigInteger('at').notNullable();
    table.string('writer', 16).notNullable().comment('process that saw it');
    table.string('health', 20).notNullable();
    table.string('outcome', 20);
    table.string('reason', 100).notNullable();
    table.text('message').notNullable();
    table.index(['run_id', 'at'], 'dp_verdicts_run');
  });
  await knex.schema.createTable('data_platform_run_logs', table => {
    table.comment('Last log lines of failed runs, redacted.');
    table.string('run_id', 40).primary();
    table.text('log').notNullable();
  });
  await knex.schema.createTable('data_platform_definitions', table => {
    table.comment('Definitions that runs had, by hash; secrets masked.');
    table.string('hash', 64).primary();
    table.text('yaml').notNullable();
    table.bigInteger('recorded_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('data_platform_definitions');
  await knex.schema.dropTable('data_platform_run_logs');
  await knex.schema.dropTable('data_platform_verdicts');
  await knex.schema.dropTable('data_platform_runs');
};
