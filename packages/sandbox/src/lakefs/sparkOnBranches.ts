import { DRIVER_CONTAINER } from '../controllers/spark/sparkLabels';
import { readDriverProgram } from '../controllers/spark/DriverProgram';
import { PODS } from '../controllers/refs';
import { Clock, Controller, KubeObject, SandboxApi } from '../types';
import { CUSTOMERS, ORDERS } from './demo/DemoWriter';
import { appendToTable } from './demo/demoTable';
import { isColumnType, type Column } from './demo/parquetFile';
import type { LakeFs } from './LakeFs';
import { LakeFsError } from './model/LakeFsError';
import { refuseProtected } from './operations/refusals';

/** Where a run writes: a branch by the S3 gateway or by lakeFS's own file system. */
const ADDRESS = /\b(?:s3a|lakefs):\/\/([a-z0-9-]+)\/([\w-]+)\/?([^\s,"']*)/g;
/** Where a run was pointed at by whoever started it; what else it names, it reads. */
const BRANCH_SETTING = 'spark.millrace.branch.uri';
/** Writes a column as another type than the table has: `--cast=price=string`. */
const CAST = /^--cast=(\w+)=(.+)$/;
const RECORDS = 1_500;

/** A place on a branch that a run was given. */
export interface BranchTarget {
  repository: string;
  branch: string;
  /** Folder of the table. */
  table: string;
}

/**
 * Lets Spark runs change what they were pointed at: a driver that succeeds has appended to the table of the last address in its
 * arguments or properties that lies on a branch of this lakeFS, with the types of its columns unless `--cast=COLUMN=TYPE` says
 * otherwise. Runs that had ended before are left alone.
 */
export function sparkOnBranches(lakeFs: LakeFs): Controller {
  return (api, clock) => {
    const running = new Set<string>();
    return api.watch(PODS, ({ type, object: pod }) => {
      const { uid } = pod.metadata;
      const phase = pod.status?.phase;
      if (type !== 'DELETED' && phase === 'Running') running.add(uid);
      else if (running.delete(uid) && phase === 'Succeeded') {
        writeAsRun(lakeFs, api, clock, pod);
      }
    });
  };
}

function writeAsRun(
  lakeFs: LakeFs,
  api: SandboxApi,
  clock: Clock,
  pod: KubeObject,
): void {
  const program = readDriverProgram(api, pod);
  const target =
    program &&
    targetOf(
      lakeFs,
      [...Object.values(program.properties), ...argumentsOf(pod)],
      program.properties[BRANCH_SETTING],
    );
  if (!target) return;
  const repository = lakeFs.repository(target.repository);
  try {
    refuseProtected(lakeFs, repository, target.branch);
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    const customers = target.table.endsWith('customers');
    appendToTable(lakeFs, repository, target.branch, {
      table: target.table,
      columns: castBy(argumentsOf(pod), customers ? CUSTOMERS : ORDERS),
      partition: `${customers ? 'load_date' : 'order_date'}=${day}`,
      records: RECORDS,
      writer: pod.metadata.uid,
      at: clock.now(),
    });
  } catch (error) {
    if (!(error instanceof LakeFsError)) throw error;
    api.appendLog(
      pod,
      DRIVER_CONTAINER,
      `lakeFS refused the write: ${error.message}\n`,
    );
  }
}

function argumentsOf(pod: KubeObject): readonly string[] {
  const driver = pod.spec.containers.find(
    ({ name }: { name: string }) => name === DRIVER_CONTAINER,
  );
  return driver?.args ?? [];
}

function castBy(args: readonly string[], columns: readonly Column[]): Column[] {
  const types = new Map<string, Column['type']>();
  for (const text of args) {
    const [, name, type = ''] = CAST.exec(text) ?? [];
    if (isColumnType(type)) types.set(name, type);
  }
  return columns.map(column => ({
    ...column,
    type: types.get(column.name) ?? column.type,
  }));
}

/**
 * The last address that lies on a branch.
 * @param within - on this branch alone: an address as well
 */
export function targetOf(
  lakeFs: LakeFs,
  texts: readonly string[],
  within?: string,
): BranchTarget | undefined {
  let target: BranchTarget | undefined;
  for (const text of texts) {
    for (const [address, repository, branch, path] of text.matchAll(ADDRESS)) {
      if (within && !`${address}/`.startsWith(`${within}/`)) continue;
      if (!lakeFs.repositories.get(repository)?.branches.has(branch)) continue;
      const [, table] = /^(tables\/[^/]+)/.exec(path) ?? [];
      target = { repository, branch, table: table ?? 'tables/orders' };
    }
  }
  return target;
}
