import type { PortHandler } from '../types';

/** The ports on which processes in pods answer. */
export class PodPorts {
  private readonly handlers = new Map<string, PortHandler>();

  /** A later listener on the same port takes the place of an earlier one. */
  listen(uid: string, port: number, handler: PortHandler): () => void {
    const key = `${uid}:${port}`;
    this.handlers.set(key, handler);
    return () => {
      if (this.handlers.get(key) === handler) this.handlers.delete(key);
    };
  }

  find(uid: string, port: number): PortHandler | undefined {
    return this.handlers.get(`${uid}:${port}`);
  }

  /** Forgets a pod that is gone. */
  drop(uid: string): void {
    for (const key of this.handlers.keys()) {
      if (key.startsWith(`${uid}:`)) this.handlers.delete(key);
    }
  }
}
