import { LakefsRepository } from '@millrace/backstage-plugin-data-platform-common';
import { useSources } from '@millrace/backstage-plugin-data-platform-react';
import { LAKEFS } from './kinds';
import { useRepositories } from './useRepositories';

/** Repositories of a data product that the person may see. Where no lakeFS is set up nobody is asked, and there are none. */
export function useProductRepositories(
  productRef: string,
): readonly LakefsRepository[] {
  const sources = useSources();
  const configured = sources.value?.items.some(({ type }) => type === LAKEFS);
  const { value } = useRepositories(configured ? { productRef } : null);
  return value?.items ?? [];
}
