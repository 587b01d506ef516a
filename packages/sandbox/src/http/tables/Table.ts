import { ResourceType } from '../../resources/ResourceType';
import { KubeObject } from '../../types';
import { customPrinter } from './customPrinter';
import { builtinPrinters } from './builtinPrinters';

/** A column of meta.k8s.io/v1 Table. */
export interface TableColumn {
  name: string;
  type: string;
  format: string;
  description: string;
  priority: number;
}

export interface TableCells {
  cells: unknown[];
  conditions?: Record<string, string>[];
}

/** How one kind is shown by `kubectl get`. */
export interface Printer {
  columns: readonly TableColumn[];
  row(object: KubeObject, now: number): TableCells;
}

export function column(
  name: string,
  options: Partial<TableColumn> = {},
): TableColumn {
  return {
    name,
    type: 'string',
    format: '',
    description: '',
    priority: 0,
    ...options,
  };
}

export function printerOf(type: ResourceType): Printer {
  const builtin = type.custom ? undefined : builtinPrinters[type.kind];
  return builtin ?? customPrinter(type);
}

/** What of an object stands beside its row. */
export type Included = 'None' | 'Metadata' | 'Object';

export interface TableOptions {
  version: string;
  now: number;
  include: Included;
}

/** One row of a Table. */
export function tableRow(
  printer: Printer,
  object: KubeObject,
  options: TableOptions,
): Record<string, unknown> {
  const { cells, conditions } = printer.row(object, options.now);
  return {
    cells,
    ...(conditions ? { conditions } : {}),
    object: included(object, options),
  };
}

function included(object: KubeObject, options: TableOptions) {
  if (options.include === 'None') return null;
  if (options.include === 'Object') return object;
  return partialMetadata(object, options.version);
}

export function table(
  printer: Printer,
  objects: readonly KubeObject[],
  metadata: object,
  options: TableOptions,
): Record<string, unknown> {
  return {
    kind: 'Table',
    apiVersion: `meta.k8s.io/${options.version}`,
    metadata,
    columnDefinitions: printer.columns,
    rows: objects.map(object => tableRow(printer, object, options)),
  };
}

export function partialMetadata(object: KubeObject, version: string) {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: `meta.k8s.io/${version}`,
    metadata: object.metadata,
  };
}
