import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { errorAt } from '../findings';
import { NotebookInput } from './notebookInput';
import { PlannedVolume } from './NotebookPlan';

const SHM = '/dev/shm';

/**
 * The volumes of a server, as its form asks for them.
 * @param usual - size and place of a home that the form leaves open
 */
export function plannedVolumes(
  input: NotebookInput,
  usual: { homeSize: string; homeMountPath: string },
): PlannedVolume[] {
  const home = input.home ?? { new: { size: usual.homeSize } };
  const at = {
    role: 'home' as const,
    field: 'home',
    mountPath: input.homeMountPath ?? usual.homeMountPath,
  };
  const data = (input.dataVolumes ?? []).map((volume, index) => ({
    claim: volume.claim ?? volume.new?.name ?? '',
    mountPath: volume.mountPath,
    role: 'data' as const,
    field: `dataVolumes[${index}]`,
    ...(volume.new && {
      create: { size: volume.new.size, storageClass: volume.new.storageClass },
    }),
  }));
  if (home === 'none') return data;
  return 'existing' in home
    ? [{ ...at, claim: home.existing }, ...data]
    : [{ ...at, claim: `${input.name}-home`, create: home.new }, ...data];
}

/** Volumes that stand in each other's way within one server. */
export function volumeCollisions(
  volumes: readonly PlannedVolume[],
  shm: boolean,
): Finding[] {
  const paths = new Map<string, string>(shm ? [[SHM, 'shared memory']] : []);
  const claims = new Set<string>();
  const findings: Finding[] = [];
  for (const { claim, mountPath, field, role } of volumes) {
    const other = paths.get(mountPath);
    if (other) {
      findings.push(
        errorAt(
          role === 'home' ? 'homeMountPath' : `${field}.mountPath`,
          `${mountPath} is taken by ${other}.`,
          'Mount each volume at a path of its own.',
        ),
      );
    }
    paths.set(mountPath, `volume ${claim}`);
    if (claims.has(claim)) {
      findings.push(
        errorAt(
          role === 'home' ? field : `${field}.claim`,
          `Volume ${claim} is mounted twice.`,
          'Choose another one, or leave it out.',
        ),
      );
    }
    claims.add(claim);
  }
  return findings;
}
