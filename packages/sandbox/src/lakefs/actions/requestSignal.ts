import { AsyncLocalStorage } from 'node:async_hooks';

/** Of the request that is being answered: aborted when its client gives up, which ends the hooks that it waits for. */
export const requestSignal = new AsyncLocalStorage<AbortSignal>();
