/** The bytes of objects, by physical address. */
export interface Blobs {
  put(address: string, bytes: Uint8Array): void;
  /** Undefined when they are gone. */
  get(address: string): Uint8Array | undefined;
  delete(address: string): void;
}

/** Keeps them in memory. */
export class MemoryBlobs implements Blobs {
  private readonly blobs = new Map<string, Uint8Array>();

  put(address: string, bytes: Uint8Array): void {
    this.blobs.set(address, bytes);
  }

  get(address: string): Uint8Array | undefined {
    return this.blobs.get(address);
  }

  delete(address: string): void {
    this.blobs.delete(address);
  }
}
