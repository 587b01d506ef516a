import { formStyles } from '@millrace/backstage-plugin-data-platform-react';
import { CardChoice } from '../../fields/CardChoice';
import { SectionProps } from './SectionProps';
import styles from './form.module.css';

/** Which of the two kinds of notebook server, where the cluster serves both; that it is beta, where there is no other. */
export function GenerationSection(
  props: Pick<SectionProps, 'input' | 'options'> & {
    onGeneration: (generation: 1 | 2) => void;
  },
) {
  const { input, options, onGeneration } = props;
  const [only, ...others] = options.generations;
  if (others.length === 0) {
    return only === 2 ? (
      <p className={formStyles.quiet}>
        The cluster serves Workspaces alone: images and sizes that the platform
        team prepared.<span className={styles.beta}>beta</span>
      </p>
    ) : null;
  }
  return (
    <CardChoice
      label="Generation"
      value={String(input.generation ?? '')}
      onChange={id => onGeneration(id === '2' ? 2 : 1)}
      options={[
        {
          id: '1',
          title: 'Notebook',
          body: 'An image and a size of your own choice.',
        },
        {
          id: '2',
          title: 'Workspace',
          body: (
            <span>
              Images and sizes that the platform team prepared.
              <span className={styles.beta}>beta</span>
            </span>
          ),
        },
      ]}
    />
  );
}
