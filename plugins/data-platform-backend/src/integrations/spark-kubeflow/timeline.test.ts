import { projected } from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { samplesOf } from './__testUtils__/samples';
import { sparkApplication } from './sparkApplication';

const samples = samplesOf('SparkApplication');

function timelineOf(title: string): string {
  const sample = samples.find(candidate => candidate.title === title)!;
  const object = projected(sparkApplication, sample.object);
  return sparkApplication.timeline!(object, sample.context)
    .map(({ title: step, state, at, detail }) =>
      [step, state, at?.slice(11, 19), detail].filter(Boolean).join(' '),
    )
    .join(' | ');
}

it.each([
  [
    'created a moment ago',
    'Created done 11:59:30 | Submitted current | Driver scheduled pending | Image pulled pending | Driver running pending | Executors pending 0 of 3 | End pending',
  ],
  [
    'image not found',
    'Created done 11:40:00 | Submitted done 11:40:02 | Driver scheduled done on node `node-1` | Image pulled failed | Driver running pending | Executors pending 0 of 3 | End pending',
  ],
  [
    'unschedulable for want of CPU',
    'Created done 11:40:00 | Submitted done 11:40:02 | Driver scheduled failed | Image pulled pending | Driver running pending | Executors pending 0 of 3 | End pending',
  ],
  [
    'two of three executors run, the third is starting',
    'Created done 11:40:00 | Submitted done 11:40:02 | Driver scheduled done on node `node-1` | Image pulled done | Driver running done 11:59:20 | Executors done 11:59:30 2 of 3 | End pending',
  ],
  [
    'completed',
    'Created done 11:40:00 | Submitted done 11:40:02 | Driver scheduled done on node `node-1` | Image pulled done | Driver running done 11:40:10 | Executors done 3 of 3 | Succeeded done 11:52:10',
  ],
  [
    'exit code 1',
    'Created done 11:40:00 | Submitted done 11:40:02 | Driver scheduled done on node `node-1` | Image pulled done | Driver running done 11:40:10 | Executors done 3 of 3 | Failed failed 11:52:10',
  ],
  [
    'submission refused, service account missing',
    'Created done 11:40:00 | Submitted failed 11:40:02 | Driver scheduled pending | Image pulled pending | Driver running pending | Executors pending 0 of 3 | Failed failed 11:52:20',
  ],
])('%s', (title, expected) => expect(timelineOf(title)).toBe(expected));
