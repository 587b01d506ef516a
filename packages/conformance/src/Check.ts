import { ApiClient } from './ApiClient';

/** What a check works with. */
export interface Context {
  client: ApiClient;
  /** The suite's own namespace. */
  namespace: string;
  /** A name that no other run uses. */
  unique(base: string): string;
  /** Whether checks may disturb others on the cluster, as by stopping an operator for some seconds. */
  disruptive: boolean;
  /** Made outside of the suite's namespace: removed in the end, the last first. */
  cleanUp(path: string): void;
}

/** One behaviour that the product relies on. */
export interface Check {
  /** What holds, as a sentence. */
  title: string;
  run(context: Context): Promise<void>;
}

/** Checks of one area. */
export interface CheckGroup {
  area: string;
  /** They do not touch each other, and wait for the cluster most of the time: run all at once. */
  parallel?: boolean;
  checks: readonly Check[];
}

/** The endpoint cannot do what a check needs; says what. */
export class Skip extends Error {}

/** The endpoint behaves in another way than Kubernetes does. */
export class Mismatch extends Error {}

/** Compares, with the place of the first difference in the message. */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return;
  throw new Mismatch(
    `${what}: expected ${show(expected)}, found ${show(actual)}`,
  );
}

export function holds(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Mismatch(what);
}

export function contains(text: unknown, part: string, what: string): void {
  if (typeof text === 'string' && text.includes(part)) return;
  throw new Mismatch(`${what}: expected "… ${part} …", found ${show(text)}`);
}

/** Expects a status code; quotes the server's own words when it is another one. */
export function code(
  answer: { status: number; body: any },
  expected: number,
  what: string,
): void {
  if (answer.status === expected) return;
  const message = answer.body?.message ?? show(answer.body);
  throw new Mismatch(
    `${what}: expected ${expected}, found ${answer.status} (${message})`,
  );
}

/** Tries until it holds; the last failure is what is told when the time is up. */
export async function eventually(
  attempt: () => Promise<void>,
  deadlineMs = 20_000,
): Promise<void> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (!(error instanceof Mismatch) || Date.now() > end) throw error;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
