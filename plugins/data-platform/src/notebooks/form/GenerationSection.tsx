import { CardChoice } from '../../fields/CardChoice';
import { SectionProps } from './SectionProps';
import styles from './form.module.css';

/** Which of the two kinds of notebook server, where the cluster serves both. */
export function GenerationSection(
  props: Pick<SectionProps, 'input' | 'options'> & {
    onGeneration: (generation: 1 | 2) => void;
  },
) {
  const { input, options, onGeneration } = props;
  if (options.generations.length < 2) {
    return null;
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
