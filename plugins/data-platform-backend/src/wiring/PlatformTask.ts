/** Something that is to be done from time to time, by one replica at a time. */
export interface PlatformTask {
  /** Kebab-case; unique within the plugin. */
  id: string;
  everyMs: number;
  /** After this another replica may begin. Default 10 min. */
  timeoutMs?: number;
  run(signal: AbortSignal): Promise<void>;
}
