import { list, record, text } from '../../sources/fields';
import { selects } from './selects';

type Labels = Readonly<Record<string, string>>;

/** What a rule of a WorkspaceKind looks at. */
export interface FilterSubject {
  namespace: Labels;
  image?: Labels;
  pod?: Labels;
}

export type FilterScope = 'WORKSPACE_KIND' | 'IMAGE_CONFIG' | 'POD_CONFIG';

/** What the rules of a WorkspaceKind say of one choice. */
export interface FilterEffect {
  /** Not to be offered. */
  hide: boolean;
  /** Refused by the web app's API; the sentence of the administrator, where there is one. */
  deny?: { message?: string };
}

/**
 * Applies `spec.filterRules`: all conditions of a rule must hold, any rule is enough. A rule that looks at an image does not
 * speak of a choice without one.
 * @see kubeflow/notebooks v2, workspacekind_types.go
 */
export function filterEffect(
  kindSpec: unknown,
  scope: FilterScope,
  subject: FilterSubject,
): FilterEffect {
  const effect: FilterEffect = { hide: false };
  for (const rule of list(record(kindSpec).filterRules).map(record)) {
    const conditions = list(rule.match).map(record);
    const speaks =
      rule.scope === scope &&
      conditions.length > 0 &&
      conditions.every(condition => holds(condition, subject));
    if (!speaks) continue;
    const { ui, api } = record(rule.effect);
    const { deny, hide, denyMessage } = record(api);
    effect.hide ||= record(ui).hide === true || hide === true || deny === true;
    if (deny === true) {
      const message = text(record(denyMessage).text);
      effect.deny ??= { ...(message && { message }) };
    }
  }
  return effect;
}

function holds(
  condition: Record<string, unknown>,
  { namespace, image, pod }: FilterSubject,
): boolean {
  const parts: readonly [unknown, Labels | undefined][] = [
    [condition.matchNamespace, namespace],
    [condition.matchImageConfig, image],
    [condition.matchPodConfig, pod],
  ];
  const asked = parts.filter(([part]) => part !== undefined);
  return (
    asked.length > 0 &&
    asked.every(
      ([part, labels]) =>
        labels !== undefined && selects(record(part).selector, labels),
    )
  );
}
