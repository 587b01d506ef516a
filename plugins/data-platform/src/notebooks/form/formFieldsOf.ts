import { NotebookInput } from './NotebookInput';

const FIELDS: readonly (keyof NotebookInput)[] = [
  'name',
  'title',
  'description',
  'domain',
  'product',
  'owner',
  'image',
  'workspaceKind',
  'imageConfig',
  'podConfig',
  'cpu',
  'memory',
  'gpu',
  'home',
  'homeMountPath',
  'podDefaults',
  'tolerationGroup',
  'affinityGroup',
];

/** Paths of the input that have a place of their own on the form for what is found about them. */
export function formFieldsOf(input: NotebookInput): string[] {
  const shown = FIELDS.filter(field =>
    input.generation === 2
      ? ![
          'image',
          'cpu',
          'memory',
          'gpu',
          'podDefaults',
          'tolerationGroup',
          'affinityGroup',
        ].includes(field)
      : !['workspaceKind', 'imageConfig', 'podConfig'].includes(field),
  );
  return [
    ...shown,
    ...(input.dataVolumes ?? []).map((_, index) => `dataVolumes[${index}]`),
    ...(input.environment ?? []).map((_, index) => `environment[${index}]`),
  ];
}
