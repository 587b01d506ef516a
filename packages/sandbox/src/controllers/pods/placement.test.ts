import type { KubeObject } from '../../types';
import { placePod } from './placement';

const node = (name: string, cpu: string, labels = {}): KubeObject =>
  ({
    metadata: { name, labels },
    status: { allocatable: { cpu, memory: '8Gi' } },
  } as unknown as KubeObject);

const pod = (cpu: string, more: object = {}, phase = 'Running'): KubeObject =>
  ({
    metadata: { name: 'p' },
    spec: {
      containers: [{ resources: { requests: { cpu, memory: '1Gi' } } }],
      ...more,
    },
    status: { phase },
  } as unknown as KubeObject);

const NODES = [node('a', '4'), node('b', '8', { disk: 'ssd' })];

it('takes the node with the largest free share', () => {
  expect(placePod(pod('1'), NODES, [])).toEqual({ node: 'a' });
  const busy = [pod('2', { nodeName: 'a' })];
  expect(placePod(pod('1'), NODES, busy)).toEqual({ node: 'b' });
});

it('forgets finished pods', () => {
  const done = [pod('4', { nodeName: 'a' }, 'Succeeded')];
  expect(placePod(pod('4'), [NODES[0]], done)).toEqual({ node: 'a' });
});

it('says that no node is large enough', () => {
  expect(placePod(pod('32'), NODES, [])).toEqual({
    message:
      '0/2 nodes are available: 2 Insufficient cpu. no new claims to deallocate, preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.',
  });
});

it('tells nodes that are full from nodes that do not match', () => {
  const full = [pod('8', { nodeName: 'b' })];
  const wanted = pod('1', { nodeSelector: { disk: 'ssd' } });
  expect(placePod(wanted, NODES, full)).toEqual({
    message:
      "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: 0/2 nodes are available: 1 No preemption victims found for incoming pod, 1 Preemption is not helpful for scheduling.",
  });
});
