interface Volume {
  persistentVolumeClaim?: { claimName: string };
}

/** The names of the claims that a pod mounts, by its spec or that of a template. */
export function podClaims(spec: { volumes?: Volume[] } | undefined): string[] {
  return (spec?.volumes ?? []).flatMap(({ persistentVolumeClaim }) =>
    persistentVolumeClaim ? [persistentVolumeClaim.claimName] : [],
  );
}
