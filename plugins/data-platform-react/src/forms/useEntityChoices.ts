import { useEffect, useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** An entity that may be chosen. */
export interface EntityChoice {
  id: string;
  label: string;
}

interface Choices {
  choices?: readonly EntityChoice[];
  error?: Error;
}

/**
 * Entities of the catalog that a filter selects, by title.
 * @param filter - as JSON, so that equal filters are told as such
 */
export function useEntityChoices(
  filter: string,
): Choices & { reload: () => void } {
  const catalogApi = useApi(catalogApiRef);
  const [state, setState] = useState<Choices>({});
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    catalogApi
      .getEntities({
        filter: JSON.parse(filter) as Record<string, string | string[]>,
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.title',
          'spec.profile.displayName',
        ],
      })
      .then(
        ({ items }) =>
          current &&
          setState({
            choices: items
              .map(entity => ({
                id: stringifyEntityRef(entity),
                label: entity.metadata.title ?? entity.metadata.name,
              }))
              .sort((a, b) => a.label.localeCompare(b.label)),
          }),
        (error: Error) => current && setState({ error }),
      );
    return () => {
      current = false;
    };
  }, [catalogApi, filter, round]);
  return { ...state, reload: () => setRound(round + 1) };
}
