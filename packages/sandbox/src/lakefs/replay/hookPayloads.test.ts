import { leaveOut } from '../../replay/jestNames';
import { eventPayload } from '../actions/events';
import { readLakeFsRecording } from './LakeFsRecording';

const recording = readLakeFsRecording('hook-payloads');

describe('hook-payloads, as recorded from a real server', () => {
  if (!recording) {
    leaveOut('the recordings are not beside the repository', () => {});
    return;
  }
  const told = recording.filter(({ request }) => request.body.event_type);

  it.each(told.map(({ name, request }, at) => [`${at} ${name}`, request.body]))(
    '%s',
    (_, body) => {
      const payload = eventPayload(
        body.event_type,
        {
          action: body.action_name,
          hook: body.hook_id,
          repository: body.repository_id,
        },
        {
          sourceRef: body.source_ref,
          branch: body.branch_id,
          tag: body.tag_id,
          commitId: body.commit_id,
          mergeSource: body.merge_source,
          commit: body.committer && {
            message: body.commit_message,
            committer: body.committer,
            metadata: body.commit_metadata ?? {},
          },
        },
        Date.parse(body.event_time),
      );
      // As text: the order of the fields counts for those who sign or store it.
      expect(payload).toBe(JSON.stringify(body));
    },
  );
});
