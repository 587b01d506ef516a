import { useState } from 'react';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Skeleton,
} from '@backstage/ui';
import { NotebookServer } from '@millrace/backstage-plugin-data-platform-common';
import {
  FormDialog,
  formStyles,
  useNotebookOptions,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { costPerHour, estimate } from '../form/estimate';
import { EstimatePanel } from '../form/EstimatePanel';
import { ProblemNote } from '../form/ProblemNote';
import { changeOf, Size } from '../form/requestOf';
import { SizeSection } from '../form/SizeSection';
import { quotaFindings, sizeProblems } from '../form/sizeProblems';
import { PodConfigChoice } from './PodConfigChoice';
import { sizeNow } from './sizeNow';
import { resizeInput } from './resizeInput';
import { NotebookDialogProps } from '../useNotebookAction';

/** Changes CPU, memory and GPUs of a notebook server, which restarts it. */
export function ResizeDialog(props: NotebookDialogProps) {
  const { domainRef } = props.server.resource;
  return domainRef ? (
    <SizeDialog {...props} domainRef={domainRef} />
  ) : (
    <NoDomainDialog {...props} />
  );
}

function SizeDialog(props: NotebookDialogProps & { domainRef: string }) {
  const { title, server, domainRef, onClose } = props;
  const { source, namespace } = server.resource;
  const offer = useNotebookOptions({ domainRef, source, namespace });
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
    ? quotaFindings(lines, 2)
    : [...sizeProblems(size, options), ...quotaFindings(lines, 1)];
  const input = resizeInput(server, size, podConfig);
  return (
    <FormDialog
      title={titleOf(title)}
      submit="Change the size"
      fields={second ? ['podConfig'] : ['cpu', 'memory', 'gpu']}
      problems={problems}
      request={
        input && {
          operation: 'notebook:resize',
          resourceId: server.resource.id,
          input,
        }
      }
      emptyHint="Nothing changes yet. What a change would do is shown here."
      onClose={onClose}
    >
      <p className={formStyles.quiet}>
        {holds(server)
          ? 'It restarts with the new size: kernels end, the volumes stay.'
          : 'It has the new size when it is started the next time.'}
      </p>
      {offer.error && (
        <ViewProblem
          error={offer.error}
          subject={
            options ? 'anything newer than this' : 'what the cluster offers'
          }
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
      {options && <ProblemNote options={options} part="namespace" />}
      {options && second && (
        <PodConfigChoice
          options={options}
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
          options={options}
          cost={costPerHour(size, options.prices)}
        />
      )}
    </FormDialog>
  );
}

/** Without a domain nobody knows what is offered there, and of which quota it would be. */
function NoDomainDialog(props: NotebookDialogProps) {
  const { title, server, onClose } = props;
  const { source, namespace } = server.resource;
  return (
    <Dialog isOpen width={720} onOpenChange={open => !open && onClose()}>
      <DialogHeader>{titleOf(title)}</DialogHeader>
      <DialogBody>
        <Alert
          status="warning"
          icon
          title="The size cannot be changed here."
          description={`Namespace ${namespace} on cluster ${source} belongs to no data domain, so it is not known what a server there may take. Ask a cluster admin to label it with millrace.dev/domain.`}
        />
      </DialogBody>
      <DialogFooter>
        <Button size="small" variant="secondary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function titleOf(title: string): string {
  return `Change the size of ${title}`;
}

function holds({ state }: NotebookServer): boolean {
  return state === 'running' || state === 'starting';
}
