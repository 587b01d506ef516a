import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { dataPlatformApiRef } from '../api/DataPlatformApi';
import { View, viewKey, ViewName, ViewValue } from '../api/View';
import { ViewSnapshot } from '../store/ViewSnapshot';
import { viewStoreOf } from '../store/viewStoreOf';

/** A view and a way to ask for it again. */
export interface ViewResult<T> extends ViewSnapshot<T> {
  refresh(): void;
}

const IDLE: ViewSnapshot<never> = { loading: false };
const nothing = () => undefined;

/** The freshest answer to a view, live; asks nothing while `view` is undefined. */
export function useView<N extends ViewName>(
  view: View<N> | undefined,
): ViewResult<ViewValue<N>> {
  const store = viewStoreOf(useApi(dataPlatformApiRef));
  const key = view && viewKey(view as View);
  // The key stands for the view: callers may build an equal one on every render.
  const last = useRef({ key, view });
  if (last.current.key !== key) {
    last.current = { key, view };
  }
  const stable = last.current.view;
  if (stable) {
    // The answer is on its way while what else is on the page is drawn.
    store.prepare(stable as View);
  }
  const subscribe = useCallback(
    (listener: () => void) =>
      stable ? store.subscribe(stable as View, listener) : nothing,
    [store, stable],
  );
  const snapshot = useSyncExternalStore(subscribe, () =>
    stable ? store.snapshot(stable) : IDLE,
  ) as ViewSnapshot<ViewValue<N>>;
  const refresh = useCallback(() => {
    if (stable) {
      store.refresh(stable as View);
    }
  }, [store, stable]);
  return useMemo(() => ({ ...snapshot, refresh }), [snapshot, refresh]);
}
