import { Evidence } from '@millrace/backstage-plugin-data-platform-common';
import { BranchObject, countOf } from '../model/objects';

/** What the verdict was made from, in a few lines. */
export function branchEvidence({
  metadata,
  spec,
  status,
}: BranchObject): Evidence[] {
  const subject = `Branch ${metadata.name}`;
  const { commit, insight, failure } = status;
  const evidence: Evidence[] = [];
  if (commit) {
    evidence.push({
      kind: 'object',
      subject: `Commit ${commit.id.slice(0, 12)}`,
      message: commit.message || 'without a message',
      at: new Date(commit.at).toISOString(),
    });
  }
  if (failure) {
    evidence.push({
      kind: 'event',
      subject: `Check ${failure.hook}, run ${failure.runId}`,
      reason: failure.event,
      message: failure.message ?? 'failed without a word',
      at: new Date(failure.at).toISOString(),
    });
  }
  if (insight && spec.parent) {
    evidence.push({
      kind: 'object',
      subject,
      message: `${countOf(
        insight.changes,
        'object',
      )} changed since it parted from ${spec.parent} at ${insight.base.slice(
        0,
        12,
      )}.`,
    });
    for (const path of insight.conflicts.paths) {
      evidence.push({
        kind: 'object',
        subject: path,
        reason: 'conflict',
        message: `Changed here and on ${spec.parent}.`,
      });
    }
    for (const { path, problem } of insight.actions.broken) {
      evidence.push({
        kind: 'object',
        subject: path,
        reason: 'broken',
        message: problem,
      });
    }
  }
  return evidence;
}
