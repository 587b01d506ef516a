import {
  StreamChange,
  StreamFrame,
} from '@millrace/backstage-plugin-data-platform-common';
import { isLive, ScopeQuery, SystemTouches, View } from '../api/View';

/**
 * Whether a frame may have changed the answer to a view. Errs on the side of
 * yes: a read that was not needed costs a 304.
 * @param value - the last answer, where there is one
 */
export function viewTouches(
  view: View,
  frame: StreamFrame,
  value?: unknown,
): boolean {
  if (!isLive(view)) {
    return false;
  }
  if (frame.type === 'reset') {
    return view.name !== 'presets' && view.name !== 'notebookOptions';
  }
  if (frame.type === 'sources') {
    // A source that goes stale or comes back changes what is known of its objects.
    return ![
      'run',
      'operations',
      'operation',
      'approvals',
      'approval',
      'notebookOptions',
    ].includes(view.name);
  }
  return frame.changed.some(change => changeTouches(view, change, value));
}

function changeTouches(
  view: View,
  change: StreamChange,
  value: unknown,
): boolean {
  switch (view.name) {
    case 'resources':
    case 'summary':
      return inScope(view.query, change);
    case 'runs':
      return (
        inScope(view.query, change) &&
        (!view.query.resourceId || view.query.resourceId === change.id)
      );
    case 'resource':
      return view.query.id === change.id;
    case 'run': {
      const run = value as { resourceId?: string; live?: boolean } | undefined;
      return run?.resourceId === change.id;
    }
    case 'job':
      return inScope(view.query, change);
    case 'domain':
      return inScope({ domainRef: view.query.entityRef }, change);
    case 'operations':
      // The steps of a series are runs: each change of one is progress.
      return !!view.query.entityRef && inScope(view.query, change);
    case 'notebooks':
      return isNotebook(change) && inScope(view.query, change);
    case 'notebook':
      return isNotebook(change) && isThat(value, view.query, change);
    case 'adoption':
      // What belongs to something already is not on that page.
      return !change.entityRef;
    case 'system':
      return !!view.query.touches && isOf(view.query.touches, change);
    // The stream tells neither of domains, operations nor requests for leave; and a form must not change under the hands of who fills it in.
    case 'operation':
    case 'approvals':
    case 'approval':
    case 'notebookOptions':
    case 'domains':
    case 'sources':
    case 'presets':
      return false;
    default:
      return true;
  }
}

/** A removed object comes without its kind: then it may have been one. */
function isNotebook({ resource }: StreamChange): boolean {
  return !resource || resource.group === 'kubeflow.org';
}

/** A removed object comes without its row: then it may have been one of them. */
function isOf(touches: SystemTouches, { resource }: StreamChange): boolean {
  const keys = ['kind', 'source', 'namespace', 'name'] as const;
  return (
    !resource ||
    keys.every(key => !touches[key] || touches[key] === resource[key])
  );
}

/** The one that the view is about; any of them while that is not known. */
function isThat(
  value: unknown,
  query: { entityRef: string },
  change: StreamChange,
): boolean {
  const known = value as { detail: { id: string } } | undefined;
  return known
    ? known.detail.id === change.id
    : !change.entityRef || sameRef(query.entityRef, change.entityRef);
}

/** A removed object may come without refs: then it may belong anywhere. */
function inScope(scope: ScopeQuery, change: StreamChange): boolean {
  const keys = ['entityRef', 'productRef', 'domainRef'] as const;
  return keys.every(key => {
    const wanted = scope[key];
    return !wanted || !change[key] || sameRef(wanted, change[key]);
  });
}

function sameRef(a: string, b: string | undefined): boolean {
  return a.toLowerCase() === b?.toLowerCase();
}
