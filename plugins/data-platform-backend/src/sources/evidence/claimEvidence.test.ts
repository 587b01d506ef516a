import fc from 'fast-check';
import { claimEvidence } from './claimEvidence';

const raw = {
  metadata: {
    name: 'home',
    namespace: 'sales',
    uid: 'u',
    creationTimestamp: '2026-11-22T12:00:00Z',
    annotations: { secret: 'hunter2' },
  },
  spec: {
    storageClassName: 'fast',
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '5Gi' } },
    volumeName: 'pvc-1',
  },
  status: { phase: 'Bound', capacity: { storage: '8Gi' } },
};

it('keeps ten fields of a claim, and no more', () => {
  expect(claimEvidence(raw)).toEqual({
    name: 'home',
    namespace: 'sales',
    uid: 'u',
    phase: 'Bound',
    storageClass: 'fast',
    requested: '5Gi',
    capacity: '8Gi',
    accessModes: ['ReadWriteOnce'],
    createdAt: Date.parse('2026-11-22T12:00:00Z'),
    deletingSince: undefined,
  });
});

it('takes one without a status for pending', () => {
  expect(claimEvidence({ ...raw, status: {} })?.phase).toBe('Pending');
});

it('takes anything at all', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (any, spec) => {
      claimEvidence(any);
      claimEvidence({ metadata: raw.metadata, spec, status: any });
    }),
  );
  expect(claimEvidence({ metadata: { name: 'x' } })).toBeUndefined();
});
