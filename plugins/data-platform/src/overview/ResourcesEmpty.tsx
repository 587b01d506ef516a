import { Button } from '@backstage/ui';
import { Source } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  PastTheEnd,
} from '@millrace/backstage-plugin-data-platform-react';

/** Why the list is empty: past its end, still reading, nothing matches, no cluster, or really nothing. */
export function ResourcesEmpty(props: {
  /** Of all pages. */
  total: number;
  onFirst: () => void;
  warming: boolean;
  narrowed: boolean;
  sources: readonly Source[] | undefined;
  onClear: () => void;
}) {
  const { total, warming, narrowed, sources, onClear } = props;
  if (total > 0) {
    return <PastTheEnd what="rows" total={total} onFirst={props.onFirst} />;
  }
  if (warming) {
    return (
      <EmptyState title="Reading the clusters for the first time …">
        The list fills by itself.
      </EmptyState>
    );
  }
  if (narrowed) {
    return (
      <EmptyState
        title="Nothing matches these filters."
        action={
          <Button size="small" variant="secondary" onPress={onClear}>
            Clear filters
          </Button>
        }
      />
    );
  }
  if (sources?.length === 0) {
    return (
      <EmptyState title="No cluster is connected.">
        Name one in app-config under kubernetes.clusterLocatorMethods, or start
        the portal with --kubeconfig.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing runs here that you may see.">
      Create a Spark job from a template, or ask the owner of a data domain for
      a role in it.
    </EmptyState>
  );
}
