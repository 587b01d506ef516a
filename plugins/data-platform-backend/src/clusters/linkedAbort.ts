/** An abort that follows others until it is released. */
export interface LinkedAbort {
  readonly signal: AbortSignal;
  abort(): void;
  /** Stops following. Without it, listeners pile up on signals that live as long as the process. */
  release(): void;
}

/** `AbortSignal.any` with an end. */
export function linkedAbort(...parents: readonly AbortSignal[]): LinkedAbort {
  const controller = new AbortController();
  const abort = () => controller.abort();
  for (const parent of parents) {
    if (parent.aborted) {
      abort();
    } else {
      parent.addEventListener('abort', abort);
    }
  }
  return {
    signal: controller.signal,
    abort,
    release() {
      for (const parent of parents) {
        parent.removeEventListener('abort', abort);
      }
    },
  };
}
