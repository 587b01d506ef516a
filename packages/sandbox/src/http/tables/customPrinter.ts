import { PrinterColumn, ResourceType } from '../../resources/ResourceType';
import { KubeObject } from '../../types';
import { since } from './age';
import { findPath } from './jsonPath';
import { AGE_DESCRIPTION, NAME_COLUMN } from './descriptions';
import type { Printer } from './Table';

/** Shows custom resources by the columns of their definition; kinds that declare none by name and age. */
export function customPrinter(type: ResourceType): Printer {
  if (!type.columns?.length) {
    return {
      columns: [
        NAME_COLUMN,
        {
          name: 'Age',
          type: 'date',
          format: '',
          description: AGE_DESCRIPTION,
          priority: 0,
        },
      ],
      row: (object, now) => ({
        cells: [
          object.metadata.name,
          since(object.metadata.creationTimestamp, now),
        ],
      }),
    };
  }
  const { columns } = type;
  return {
    columns: [
      NAME_COLUMN,
      ...columns.map(column => ({
        name: column.name,
        type: column.type,
        format: column.format ?? '',
        description:
          column.description ||
          `Custom resource definition column (in JSONPath format): ${column.jsonPath}`,
        priority: column.priority ?? 0,
      })),
    ],
    row: (object, now) => ({
      cells: [
        object.metadata.name,
        ...columns.map(column => cell(object, column, now)),
      ],
    }),
  };
}

/** A value that is null is `<no value>`, one that is missing is null (apiextensions' tableconvertor). */
function cell(object: KubeObject, column: PrinterColumn, now: number): unknown {
  const value = findPath(object, column.jsonPath);
  if (value === undefined) return null;
  switch (column.type) {
    case 'integer':
      return typeof value === 'number' ? Math.trunc(value) : null;
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'date':
      return value === null ? '<unknown>' : since(value, now);
    default:
      if (value === null) return '<no value>';
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}
