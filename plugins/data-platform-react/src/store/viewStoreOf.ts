import { DataPlatformApi } from '../api/DataPlatformApi';
import { browserPorts } from '../live/BrowserPorts';
import { ViewStore } from './ViewStore';

const stores = new WeakMap<DataPlatformApi, ViewStore>();

/** The one store of an API instance, so one per tab. */
export function viewStoreOf(api: DataPlatformApi): ViewStore {
  let store = stores.get(api);
  if (!store) {
    store = new ViewStore(api, browserPorts());
    stores.set(api, store);
  }
  return store;
}
