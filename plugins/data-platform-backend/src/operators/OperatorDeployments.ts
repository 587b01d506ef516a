import { OperatorDefinition } from '@millrace/backstage-plugin-data-platform-node';
import { DeploymentEvidence, EvidenceChange } from '../sources/types';
import { ScopedItems } from '../store/ScopedItems';

/** The Deployments of operators, by source. */
export class OperatorDeployments {
  readonly #sources = new Map<
    string,
    {
      items: ScopedItems<DeploymentEvidence>;
      now: Map<string, DeploymentEvidence>;
    }
  >();

  apply(
    source: string,
    change: Extract<EvidenceChange, { type: 'deployment' }>,
  ): void {
    let known = this.#sources.get(source);
    if (!known) {
      known = { items: new ScopedItems(keyOf), now: new Map() };
      this.#sources.set(source, known);
    }
    const { upserted, removed } = known.items.apply(change);
    removed.forEach(item => known.now.delete(keyOf(item)));
    upserted.forEach(item => known.now.set(keyOf(item), item));
  }

  /** Those that a chart has labelled so. */
  find(
    source: string,
    { name, component }: NonNullable<OperatorDefinition['deployment']>,
  ): DeploymentEvidence[] {
    return [...(this.#sources.get(source)?.now.values() ?? [])].filter(
      one =>
        one.app === name &&
        (component === undefined || one.component === component),
    );
  }
}

function keyOf({ namespace, name }: DeploymentEvidence): string {
  return `${namespace}/${name}`;
}
