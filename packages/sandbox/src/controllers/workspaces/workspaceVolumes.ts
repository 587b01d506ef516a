import type { Workspace } from './Workspace';
import type { WorkspaceKind } from './WorkspaceKind';

interface Mount {
  name: string;
  mountPath: string;
  readOnly?: boolean;
}

type Volume = { name: string; [source: string]: unknown };

/** Volumes of a workspace's pod. Of two at one path the first stays: home, data, secrets, then what the kind adds. */
export function workspaceVolumes(
  workspace: Workspace,
  kind: WorkspaceKind,
): { volumes: Volume[]; volumeMounts: Mount[] } {
  const { home, data = [], secrets = [] } = workspace.spec.podTemplate.volumes;
  const { extraVolumes = [], extraVolumeMounts = [] } = kind.spec.podTemplate;
  const volumes: Volume[] = [];
  const mounts: Mount[] = [];
  const add = (volume: Volume, mountPath: string, readOnly = false) => {
    if (mounts.some(mount => mount.mountPath === mountPath)) return;
    volumes.push(volume);
    mounts.push({
      name: volume.name,
      mountPath,
      ...(readOnly && { readOnly }),
    });
  };
  const claim = (name: string, claimName: string, readOnly = false) => ({
    name,
    persistentVolumeClaim: { claimName, ...(readOnly && { readOnly }) },
  });
  if (home) {
    add(claim('home-volume', home), kind.spec.podTemplate.volumeMounts.home);
  }
  data.forEach(({ pvcName, mountPath, readOnly }, index) =>
    add(claim(`data-volume-${index}`, pvcName, readOnly), mountPath, readOnly),
  );
  secrets.forEach(({ secretName, mountPath, defaultMode }, index) =>
    add(
      { name: `secret-volume-${index}`, secret: { secretName, defaultMode } },
      mountPath,
    ),
  );
  volumes.push(...extraVolumes);
  mounts.push(
    ...extraVolumeMounts.filter(
      ({ name, mountPath }) =>
        volumes.some(volume => volume.name === name) &&
        !mounts.some(mount => mount.mountPath === mountPath),
    ),
  );
  return { volumes, volumeMounts: mounts };
}
