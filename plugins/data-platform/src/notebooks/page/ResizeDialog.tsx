import { useState } from 'react';
import { Skeleton } from '@backstage/ui';
import { NotebookServer } from '@millrace/backstage-plugin-data-platform-common';
import {
  FormDialog,
  formStyles,
  useNotebookOptions,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { costPerHour, estimate } from '../form/estimate';
import { EstimatePanel } from '../form/EstimatePanel';
import { changeOf, Size } from '../form/requestOf';
import { SizeSection } from '../form/SizeSection';
import { quotaFindings, sizeProblems } from '../form/sizeProblems';
import { PodConfigChoice } from './PodConfigChoice';
import { resizeInput } from './resizeInput';
import { NotebookDialogProps } from '../useNotebookAction';

/** Of a size that comes with an option it is the option that must change. */
const FIELDS_OF_SECOND = {
  'requests.cpu': 'podConfig',
  'requests.memory': 'podConfig',
  'limits.cpu': 'podConfig',
  'limits.memory': 'podConfig',
};

/** Changes CPU, memory and GPUs of a notebook server, which restarts it. */
export function ResizeDialog(props: NotebookDialogProps) {
  const { title, server, onClose } = props;
  const offer = useNotebookOptions(server.resource.domainRef);
  const options = offer.value;
  const now = sizeNow(server);
  const [size, setSize] = useState<Size>(now);
  const [podConfig, setPodConfig] = useState<string>();
  const second = server.generation === 2;
  const lines = options
    ? estimate(
        options.quota,
        // A stopped server holds nothing that the new size would give back.
        changeOf(holds(server) ? now : {}, size, options),
      )
    : [];
  const problems = second
    ? quotaFindings(lines, FIELDS_OF_SECOND)
    : [...sizeProblems(size, options), ...quotaFindings(lines)];
  const input = resizeInput(server, size, podConfig);
  return (
    <FormDialog
      title={`Change the size of ${title}`}
      submit="Change the size"
      fields={['cpu', 'memory', 'gpu', 'podConfig']}
      problems={problems}
      request={
        input && {
          operation: 'notebook:resize',
          resourceId: server.resource.id,
          input,
        }
      }
      onClose={onClose}
    >
      <p className={formStyles.quiet}>
        {holds(server)
          ? 'It restarts with the new size: kernels end, the volumes stay.'
          : 'It has the new size when it is started the next time.'}
      </p>
      {!options && offer.error && (
        <ViewProblem
          error={offer.error}
          subject="what the cluster offers"
          onRetry={offer.refresh}
        />
      )}
      {!options && !offer.error && (
        <Skeleton
          width="100%"
          height={160}
          role="status"
          aria-label="Loading what the cluster offers"
        />
      )}
      {options && second && (
        <PodConfigChoice
          kinds={options.workspaceKinds}
          server={server}
          value={podConfig}
          onChange={option => {
            setPodConfig(option.id);
            setSize(option);
          }}
        />
      )}
      {options && !second && (
        <SizeSection
          input={size}
          options={options}
          onChange={patch => setSize({ ...size, ...patch })}
        />
      )}
      {options && (
        <EstimatePanel
          lines={lines}
          cost={costPerHour(size, options.prices)}
          currency={options.prices?.currency}
        />
      )}
    </FormDialog>
  );
}

function sizeNow({ cpu, memory, gpu }: NotebookServer): Size {
  return { cpu, memory, gpu };
}

function holds({ state }: NotebookServer): boolean {
  return state === 'running' || state === 'starting';
}
