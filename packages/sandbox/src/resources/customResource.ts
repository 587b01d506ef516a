import { dnsSubdomain } from '../meta/nameRules';
import { Schema } from '../schema/Schema';
import { KubeObject } from '../types';
import { PrinterColumn, ResourceType } from './ResourceType';

interface CrdVersion {
  name: string;
  served?: boolean;
  storage?: boolean;
  schema?: { openAPIV3Schema?: Schema };
  subresources?: { status?: object };
  additionalPrinterColumns?: PrinterColumn[];
  selectableFields?: { jsonPath: string }[];
}

/** The resources that a CustomResourceDefinition defines: one for each served version. */
export function customResources(crd: KubeObject): ResourceType[] {
  const { group, names, scope, versions } = crd.spec;
  const storage = versions.find((version: CrdVersion) => version.storage);
  return versions
    .filter((version: CrdVersion) => version.served !== false)
    .map(
      (version: CrdVersion): ResourceType => ({
        group,
        version: version.name,
        plural: names.plural,
        singular: names.singular ?? names.kind.toLowerCase(),
        kind: names.kind,
        listKind: names.listKind ?? `${names.kind}List`,
        namespaced: scope === 'Namespaced',
        shortNames: names.shortNames ?? [],
        categories: names.categories ?? [],
        storageVersion: (storage ?? versions[0]).name,
        custom: true,
        hasStatus: version.subresources?.status !== undefined,
        hasScale: false,
        hasGeneration: true,
        nameRule: dnsSubdomain,
        schema: version.schema?.openAPIV3Schema ?? {
          'x-kubernetes-preserve-unknown-fields': true,
        },
        columns: version.additionalPrinterColumns,
        selectable: (version.selectableFields ?? []).map(field =>
          field.jsonPath.replace(/^\./, ''),
        ),
        rules: {},
      }),
    );
}
