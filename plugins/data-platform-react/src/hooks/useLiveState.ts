import { useCallback, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { dataPlatformApiRef } from '../api/DataPlatformApi';
import { LiveState } from '../live/LiveChannel';
import { viewStoreOf } from '../store/viewStoreOf';

/** How fresh the screens are kept: pushed, polled, or paused. */
export function useLiveState(): LiveState {
  const store = viewStoreOf(useApi(dataPlatformApiRef));
  return useSyncExternalStore(store.subscribeState, store.liveState);
}

/** A function that reads everything on the screen again, after a change of one's own. */
export function useRefreshAll(): () => void {
  const store = viewStoreOf(useApi(dataPlatformApiRef));
  return useCallback(() => store.refreshAll(), [store]);
}
