import { useEffect, useState } from 'react';
import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { TYPE_DOMAIN } from '@millrace/backstage-plugin-data-platform-common';
import {
  DataPlatformApi,
  dataPlatformApiRef,
} from '@millrace/backstage-plugin-data-platform-react';

/** A domain that something may be created in. */
export interface DomainChoice {
  ref: string;
  title: string;
  owner?: string;
  /** The person owns it or has a role in it that may create. */
  mine: boolean;
}

interface DomainChoices {
  choices?: readonly DomainChoice[];
  error?: Error;
}

/** More than this are told apart by their owner alone: roles cost a read each. */
const MOST_ROLE_READS = 30;

/** The data domains of the catalog, those of the person first. */
export function useDomainChoices(): DomainChoices & { reload: () => void } {
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);
  const api = useApi(dataPlatformApiRef);
  const [state, setState] = useState<DomainChoices>({});
  const [round, setRound] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    const load = async () => {
      const [{ items }, identity] = await Promise.all([
        catalogApi.getEntities({
          filter: { kind: 'Domain', 'spec.type': TYPE_DOMAIN },
        }),
        identityApi.getBackstageIdentity(),
      ]);
      const own = new Set(identity.ownershipEntityRefs);
      const choices = await Promise.all(
        items.map((entity, index) =>
          choiceOf(
            entity,
            own,
            index < MOST_ROLE_READS ? api : undefined,
            abort.signal,
          ),
        ),
      );
      choices.sort(
        (a, b) =>
          Number(b.mine) - Number(a.mine) || a.title.localeCompare(b.title),
      );
      return choices;
    };
    load().then(
      choices => !abort.signal.aborted && setState({ choices }),
      (error: Error) => !abort.signal.aborted && setState({ error }),
    );
    return () => abort.abort();
  }, [catalogApi, identityApi, api, round]);
  return { ...state, reload: () => setRound(round + 1) };
}

async function choiceOf(
  entity: Entity,
  own: ReadonlySet<string>,
  api: DataPlatformApi | undefined,
  signal: AbortSignal,
): Promise<DomainChoice> {
  const ref = stringifyEntityRef(entity);
  const owner = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  )?.targetRef;
  return {
    ref,
    title: entity.metadata.title ?? entity.metadata.name,
    owner,
    mine:
      (!!owner && own.has(owner)) ||
      (!!api && (await hasRole(api, ref, own, signal))),
  };
}

async function hasRole(
  api: DataPlatformApi,
  entityRef: string,
  own: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const view = { name: 'domain', query: { entityRef } } as const;
    const answer = await api.read<'domain'>(view, { signal });
    return (
      !answer.unchanged &&
      (answer.value.roles ?? []).some(
        ({ role, groups }) =>
          role !== 'viewer' && groups.some(group => own.has(group)),
      )
    );
  } catch {
    // Not telling is no reason against it: the plan says what is not allowed.
    return false;
  }
}
