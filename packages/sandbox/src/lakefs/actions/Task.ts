import { LakeFsError } from '../model/LakeFsError';
import { Action, ActionHook } from './Action';
import { readWebhook, Webhook } from './runWebhook';

/** A hook that is to run. */
export interface Task {
  /** Place of the action, place of the hook in it: `0000_0001`. */
  id: string;
  action: string;
  hook: ActionHook;
  /** Undefined for a type that the sandbox does not run. */
  webhook?: Webhook;
}

/** The hooks of an action, with everything filled in. @throws LakeFsError 500 when something lacks: no run is kept then */
export function tasksOf(
  { name, hooks }: Action,
  place: number,
  environment: Readonly<Record<string, string>>,
): Task[] {
  return hooks.map((hook, at) => {
    const id = `${padded(place)}_${padded(at)}`;
    if (hook.type !== 'webhook') return { id, action: name, hook };
    try {
      const webhook = readWebhook(hook.properties, environment);
      return { id, action: name, hook, webhook };
    } catch (error) {
      throw new LakeFsError(500, (error as Error).message);
    }
  });
}

function padded(place: number): string {
  return String(place).padStart(4, '0');
}
