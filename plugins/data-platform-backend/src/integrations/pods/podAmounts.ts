/** What one pod asks for. CPU in cores, memory in bytes. */
export interface PodAmounts {
  cpu: number;
  /** Set only where a limit is asked for. */
  cpuLimit?: number;
  memory: number;
  /** GPUs of one vendor, by their resource key. */
  gpu?: { key: string; count: number };
}
