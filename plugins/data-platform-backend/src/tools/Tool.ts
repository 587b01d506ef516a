import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { AnyZodObject, z as zod } from 'zod/v3';
import { RouterDeps } from '../http/deps';
import { Viewer } from '../permissions/Viewer';
import { toolError } from './toolError';

const DEADLINE_MS = 30_000;

/** The zod that the registry of actions hands out. */
export type Zod = typeof zod;

/** What tools lean on: the same as the routes. */
export type ToolDeps = Pick<
  RouterDeps,
  | 'viewers'
  | 'index'
  | 'sources'
  | 'entities'
  | 'runs'
  | 'jobs'
  | 'usage'
  | 'notebooks'
  | 'operations'
  | 'approvals'
  | 'connection'
  | 'detail'
  | 'entityStore'
  | 'resourceOperations'
  | 'shutdown'
>;

/** Who calls, and until when an answer is worth something. */
export interface ToolCall {
  viewer: Viewer;
  signal: AbortSignal;
}

/** One tool of assistants: an action of Backstage's registry that acts as the person who calls it. */
export interface Tool<I extends AnyZodObject, O extends AnyZodObject> {
  /** Kebab-case, and distinct among all plugins. */
  name: string;
  title: string;
  description: string;
  /** It changes nothing. */
  readOnly: boolean;
  input(z: Zod): I;
  output(z: Zod): O;
  run(input: zod.infer<I>, call: ToolCall): Promise<zod.infer<O>>;
}

/** Registers a tool. Services are refused: whoever calls is a person, and sees and may do what that person may. */
export function addTool<I extends AnyZodObject, O extends AnyZodObject>(
  registry: ActionsRegistryService,
  { viewers, shutdown }: Pick<ToolDeps, 'viewers' | 'shutdown'>,
  tool: Tool<I, O>,
): void {
  const { name, title, description, readOnly } = tool;
  registry.register<I, AnyZodObject>({
    name,
    title,
    description,
    attributes: { readOnly, destructive: !readOnly, idempotent: true },
    schema: { input: z => tool.input(z), output: z => tool.output(z) },
    async action({ input, credentials }) {
      const late = AbortSignal.timeout(DEADLINE_MS);
      const signal = AbortSignal.any([shutdown, late]);
      const viewer = await viewers.person(credentials);
      try {
        return { output: await tool.run(input, { viewer, signal }) };
      } catch (error) {
        throw toolError(error);
      }
    },
  });
}
