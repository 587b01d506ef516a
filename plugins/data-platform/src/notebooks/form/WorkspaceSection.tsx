import { WorkspaceKindOption } from '@millrace/backstage-plugin-data-platform-common';
import {
  formatCores,
  formatGpus,
  formatMemory,
  formStyles,
  useFieldFindings,
} from '@millrace/backstage-plugin-data-platform-react';
import { CardChoice, CardOption } from '../../fields/CardChoice';
import { couldRead } from './couldRead';
import { withKind } from './NotebookInput';
import { ProblemNote } from './ProblemNote';
import { Section } from './Section';
import { SectionProps } from './SectionProps';

type PodOption = WorkspaceKindOption['podConfigs'][number];

/** Kind, image and size of a Workspace, as its WorkspaceKind offers them now. */
export function WorkspaceSection(props: SectionProps) {
  const { input, options, onChange } = props;
  const kindErrors = useErrors('workspaceKind');
  const imageErrors = useErrors('imageConfig');
  const sizeErrors = useErrors('podConfig');
  const kind = options.workspaceKinds.find(
    ({ name }) => name === input.workspaceKind,
  );
  return (
    <Section title="Kind, image and size">
      <ProblemNote options={options} part="workspaceKinds" />
      {options.workspaceKinds.length === 0 &&
        couldRead(options, 'workspaceKinds') && (
          <p className={formStyles.quiet}>
            The cluster has no WorkspaceKind yet. Ask the platform team for one,
            or choose a Notebook.
          </p>
        )}
      <CardChoice
        label="Kind of workspace"
        value={input.workspaceKind}
        errors={kindErrors}
        onChange={name => onChange(withKind({}, name, options))}
        options={options.workspaceKinds.map(each => ({
          id: each.name,
          title: each.title,
          body: <span className={formStyles.quiet}>{each.description}</span>,
          disabledReason: each.deprecated
            ? `Deprecated. ${each.deprecationMessage ?? ''}`.trim()
            : undefined,
        }))}
      />
      {kind && (
        <>
          <CardChoice
            label="Image"
            value={input.imageConfig}
            errors={imageErrors}
            onChange={imageConfig => onChange({ imageConfig })}
            options={kind.images.map(image => optionOf(image, kind.images))}
          />
          <CardChoice
            label="Size"
            value={input.podConfig}
            errors={sizeErrors}
            onChange={podConfig => onChange({ podConfig })}
            options={kind.podConfigs.map(size =>
              optionOf(size, kind.podConfigs, sizeText(size)),
            )}
          />
        </>
      )}
    </Section>
  );
}

function useErrors(field: string): string[] {
  return useFieldFindings(field)
    .filter(({ level }) => level === 'error')
    .map(({ message, remedy }) => `${message}${remedy ? ` ${remedy}` : ''}`);
}

/** One that redirects still works; it says what to take instead. */
function optionOf(
  option: WorkspaceKindOption['images'][number],
  all: readonly { id: string; title: string }[],
  figures?: string,
): CardOption {
  const { id, title, description, redirect } = option;
  const instead = all.find(other => other.id === redirect?.to);
  return {
    id,
    title,
    body: (
      <>
        {figures && <span>{figures}</span>}
        {description && description !== figures && (
          <span className={formStyles.quiet}>{description}</span>
        )}
        {redirect && (
          <span className={formStyles.quiet}>
            Take {instead?.title ?? redirect.to} instead. {redirect.message}
          </span>
        )}
      </>
    ),
  };
}

/** `4 CPU, 16 GiB, 1 GPU (NVIDIA)` */
export function sizeText(size: PodOption): string | undefined {
  const parts = [
    size.cpu && `${formatCores(size.cpu)} CPU`,
    size.memory && formatMemory(size.memory),
    size.gpu && formatGpus(size.gpu),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : undefined;
}
