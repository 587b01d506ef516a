import { LineCounter, parseDocument } from 'yaml';
import { isObject } from '../../json/isObject';
import { globPattern } from '../model/globPattern';
import { EVENTS } from './events';

/** A file of `_lakefs_actions/`: what runs on which events. */
export interface Action {
  name: string;
  /** By event; without branches, all of them. */
  on: ReadonlyMap<string, readonly string[]>;
  hooks: readonly ActionHook[];
}

export interface ActionHook {
  id: string;
  type: string;
  /** An expression over `success()` and `failure()`. */
  condition: string;
  properties: Readonly<Record<string, unknown>>;
}

/** An action file that the server cannot use; says why in its words. */
export class ActionFault extends Error {}

const invalid = (why: string) => new ActionFault(`${why}: invalid action`);

const NAME = /^\w[\w\-. ]+$/;
const HOOK_ID = /^[_a-zA-Z][\-_a-zA-Z0-9]{1,255}$/;
const TYPES = ['webhook', 'airflow', 'lua'];

/** Reads and checks an action file, as pkg/actions/action.go does. @throws ActionFault */
export function parseAction(text: string): Action {
  const content = parseYaml(text);
  const name = String(content.name ?? '');
  if (!name) throw invalid("'name' is required");
  if (!NAME.test(name)) throw invalid("'name' is invalid");
  const on = new Map(Object.entries(isObject(content.on) ? content.on : {}));
  if (on.size === 0) throw invalid("'on' is required");
  const events = new Map<string, readonly string[]>();
  for (const [event, spec] of on) events.set(event, branchesOf(event, spec));
  const hooks = (Array.isArray(content.hooks) ? content.hooks : []).map(toHook);
  checkHooks(hooks);
  return { name, on: events, hooks };
}

/** Whether the action is meant for an event on a branch. */
export function matches(
  action: Action,
  event: string,
  branch: string,
): boolean {
  const branches = action.on.get(event);
  if (!branches) return false;
  return (
    branches.length === 0 ||
    branches.some(pattern => globPattern(pattern).test(branch))
  );
}

/** @throws ActionFault when two actions have one name */
export function checkNames(actions: readonly Action[]): void {
  const names = new Set<string>();
  for (const { name } of actions) {
    if (names.has(name)) throw invalid(`action name '${name}' already loaded`);
    names.add(name);
  }
}

function branchesOf(event: string, spec: unknown): readonly string[] {
  if (!EVENTS.includes(event)) {
    throw invalid(`event '${event}' is not supported`);
  }
  const branches =
    isObject(spec) && Array.isArray(spec.branches)
      ? spec.branches.map(String)
      : [];
  if (branches.length > 0 && event.endsWith('-tag')) {
    throw new ActionFault(
      "'branches' is not supported in tag event types. invalid event parameter",
    );
  }
  return branches;
}

function toHook(hook: unknown): ActionHook {
  const given = isObject(hook) ? hook : {};
  return {
    id: String(given.id ?? ''),
    type: String(given.type ?? ''),
    condition: String(given.if ?? ''),
    properties: isObject(given.properties) ? given.properties : {},
  };
}

function checkHooks(hooks: readonly ActionHook[]): void {
  const ids = new Set<string>();
  hooks.forEach(({ id, type }, index) => {
    if (!HOOK_ID.test(id)) throw invalid(`hook[${index}] missing ID`);
    if (ids.has(id)) throw invalid(`hook[${index}] duplicate ID '${id}'`);
    ids.add(id);
    if (!TYPES.includes(type)) {
      throw invalid(`hook[${index}] type '${id}' unknown`);
    }
  });
}

function parseYaml(text: string): Record<string, unknown> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault) {
    const { line } = lines.linePos(fault.pos[0]);
    const inFlow = /flow/i.test(fault.message);
    throw new ActionFault(
      `yaml: line ${line}: ${
        inFlow
          ? "did not find expected ',' or ']'"
          : fault.message.split('\n')[0]
      }`,
    );
  }
  const content: unknown = document.toJS();
  return isObject(content) ? content : {};
}
