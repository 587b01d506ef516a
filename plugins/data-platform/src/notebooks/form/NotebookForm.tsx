import { Alert, Skeleton } from '@backstage/ui';
import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';
import { ViewProblem } from '@millrace/backstage-plugin-data-platform-react';
import { DataVolumesSection } from './DataVolumesSection';
import { ExtrasSection } from './ExtrasSection';
import { GenerationSection } from './GenerationSection';
import { HomeSection } from './HomeSection';
import { IdentitySection } from './IdentitySection';
import { ImageSection } from './ImageSection';
import {
  NotebookInput,
  withDomain,
  withGeneration,
  withPatch,
} from './NotebookInput';
import { SectionProps } from './SectionProps';
import { SizeSection } from './SizeSection';
import { WorkspaceSection } from './WorkspaceSection';
import styles from './form.module.css';

/** All that a notebook server can be asked for; what the domain offers decides what is shown. */
export function NotebookForm(props: {
  input: NotebookInput;
  onChange: (input: NotebookInput) => void;
  options: NotebookOptions | undefined;
  error: Error | undefined;
  onRetry: () => void;
}) {
  const { input, onChange, options, error, onRetry } = props;
  const patch = (changed: Partial<NotebookInput>) =>
    onChange(withPatch(input, changed));
  return (
    <div className={styles.form}>
      <IdentitySection
        input={input}
        onChange={patch}
        onDomain={domain => onChange(withDomain(input, domain))}
      />
      {input.domain && error && (
        <ViewProblem
          error={error}
          subject={
            options ? 'anything newer than this' : 'what this domain offers'
          }
          onRetry={onRetry}
        />
      )}
      {input.domain && !options && !error && (
        <Skeleton
          width="100%"
          height={240}
          role="status"
          aria-label="Loading what this domain offers"
        />
      )}
      {options && (
        <Offer
          input={input}
          options={options}
          onChange={patch}
          onGeneration={generation =>
            onChange(withGeneration(input, generation, options))
          }
        />
      )}
    </div>
  );
}

function Offer(
  props: SectionProps & { onGeneration: (generation: 1 | 2) => void },
) {
  const { onGeneration, ...section } = props;
  const { input, options } = section;
  if (options.generations.length === 0) {
    const [problem] = options.problems;
    return (
      <Alert
        status="warning"
        icon
        title="No notebook servers can be made in this domain."
        description={
          problem?.message ??
          'Its cluster serves neither generation of Kubeflow Notebooks. Choose another domain, or ask the platform team to install them.'
        }
      />
    );
  }
  return (
    <>
      <GenerationSection
        input={input}
        options={options}
        onGeneration={onGeneration}
      />
      {input.generation === 2 ? (
        <WorkspaceSection {...section} />
      ) : (
        <>
          <ImageSection {...section} />
          <SizeSection {...section} />
        </>
      )}
      <HomeSection {...section} />
      <DataVolumesSection {...section} />
      {input.generation !== 2 && <ExtrasSection {...section} />}
    </>
  );
}
