import { InputError } from '@backstage/errors';
import { OperationDefinition } from './definition';

/** All operations by id. */
export class OperationRegistry {
  readonly #definitions = new Map<string, OperationDefinition>();

  constructor(definitions: readonly OperationDefinition[]) {
    for (const definition of definitions) {
      if (this.#definitions.has(definition.id)) {
        throw new Error(`Two operations have the id ${definition.id}`);
      }
      this.#definitions.set(definition.id, definition);
    }
  }

  /** @throws InputError that lists the operations there are */
  get(id: string): OperationDefinition {
    const found = this.#definitions.get(id);
    if (found) return found;
    throw new InputError(
      `There is no operation "${id}". Known are: ${[...this.#definitions.keys()]
        .sort()
        .join(', ')}.`,
    );
  }
}
