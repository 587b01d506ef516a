import { useEffect, useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import {
  CatalogApi,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useNavigate } from 'react-router-dom';

const STEP_MS = 500;
/** The catalog takes an entity up within seconds; after this long its page says what is missing. */
const MOST_STEPS = 30;

/** Leads to the page of what an operation made, where it tells, once the catalog has it. */
export function OpenEntityButton(props: {
  /** Of the output of an operation, which may hold anything. */
  entityRef: unknown;
  title: string;
  onOpen: () => void;
}) {
  const { entityRef, title, onOpen } = props;
  const link = useRouteRef(entityRouteRef);
  const navigate = useNavigate();
  const catalogApi = useApi(catalogApiRef);
  const [waiting, setWaiting] = useState(false);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  if (!link || typeof entityRef !== 'string') {
    return null;
  }
  const open = async () => {
    setWaiting(true);
    await untilKnown(catalogApi, entityRef, () => left.current);
    if (!left.current) {
      const { kind, namespace, name } = parseEntityRef(entityRef);
      onOpen();
      navigate(link({ kind: kind.toLowerCase(), namespace, name }));
    }
  };
  return (
    <Button size="small" variant="secondary" isPending={waiting} onPress={open}>
      {title}
    </Button>
  );
}

async function untilKnown(
  catalogApi: CatalogApi,
  entityRef: string,
  left: () => boolean,
): Promise<void> {
  for (let step = 0; step < MOST_STEPS && !left(); step++) {
    // By refs: asking for one that is not there yet is no error then.
    const known = await catalogApi
      .getEntitiesByRefs({ entityRefs: [entityRef], fields: ['kind'] })
      .then(
        ({ items }) => !!items[0],
        // A catalog that cannot be asked is no reason to stay: its page says so.
        () => true,
      );
    if (known) {
      return;
    }
    await new Promise(resolve => {
      setTimeout(resolve, STEP_MS);
    });
  }
}
