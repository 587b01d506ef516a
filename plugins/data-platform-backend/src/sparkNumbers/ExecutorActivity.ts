/** How many executors of a run had work at one moment, as its driver told. */
export interface ExecutorReading {
  source: string;
  uid: string;
  /** Attempt of the run, as in its RunFacts. */
  attempt: string;
  /** When it was read: epoch milliseconds by the portal's clock. */
  at: number;
  /** Executors that the driver counts as alive, the driver itself not among them. */
  alive: number;
  /** Those of them with at least one task (`activeTasks` above 0 in GET /executors). */
  busy: number;
}

/** Wants to know which executors work and which idle. Called at most once in 15 s for each run; must not throw. */
export interface ExecutorActivity {
  observe(reading: ExecutorReading): void;
}
