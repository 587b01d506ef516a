import { OperatorTrace } from '@millrace/backstage-plugin-data-platform-node';
import { operatorTrace } from '../verdicts/operatorTrace';
import { NotebookServer } from './model/server';

/** What a server tells about its controller: a working one writes a status, and has a pod made, within a second. */
export function serverTrace(server: NotebookServer): OperatorTrace {
  return operatorTrace({
    createdAt: server.createdAt,
    deleting: server.deletingSince !== undefined,
    touched: server.touched,
    written: [],
  });
}
