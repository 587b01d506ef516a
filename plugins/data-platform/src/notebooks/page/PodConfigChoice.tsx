import {
  NotebookOptions,
  NotebookServer,
  WorkspaceKindOption,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  formStyles,
  useFieldFindings,
} from '@millrace/backstage-plugin-data-platform-react';
import { CardChoice } from '../../fields/CardChoice';
import { couldRead } from '../form/couldRead';
import { ProblemNote } from '../form/ProblemNote';
import { sizeText } from '../form/WorkspaceSection';

type PodOption = WorkspaceKindOption['podConfigs'][number];

/** The sizes that the kind of a Workspace offers. */
export function PodConfigChoice(props: {
  options: NotebookOptions;
  server: NotebookServer;
  value: string | undefined;
  onChange: (option: PodOption) => void;
}) {
  const { options, server, value, onChange } = props;
  const errors = useFieldFindings('podConfig').map(({ message }) => message);
  const kindName = server.options?.kind;
  const kind = options.workspaceKinds.find(({ name }) => name === kindName);
  if (!kind) {
    return (
      <>
        <ProblemNote options={options} part="generations" />
        <ProblemNote options={options} part="workspaceKinds" />
        <p className={formStyles.quiet}>
          The kind of this workspace{kindName ? ` (${kindName})` : ''}{' '}
          {couldRead(options, 'workspaceKinds')
            ? 'is not offered on the cluster any more: its size cannot be changed.'
            : 'could not be read: it is not known which sizes there are.'}
        </p>
      </>
    );
  }
  return (
    <CardChoice
      label="Size"
      value={value ?? server.options?.podConfig}
      errors={errors}
      onChange={id => {
        const option = kind.podConfigs.find(size => size.id === id);
        if (option) {
          onChange(option);
        }
      }}
      options={kind.podConfigs.map(option => ({
        id: option.id,
        title: option.title,
        body: (
          <span className={formStyles.quiet}>
            {sizeText(option) ?? option.description}
          </span>
        ),
      }))}
    />
  );
}
