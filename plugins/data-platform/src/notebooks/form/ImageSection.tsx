import { NotebookImage } from '@millrace/backstage-plugin-data-platform-common';
import {
  formStyles,
  TextInput,
  useFieldFindings,
} from '@millrace/backstage-plugin-data-platform-react';
import { CardChoice } from '../../fields/CardChoice';
import { ProblemNote } from './ProblemNote';
import { Section } from './Section';
import { SectionProps } from './SectionProps';

const GROUPS: Readonly<Record<NotebookImage['group'], string>> = {
  jupyter: 'JupyterLab',
  'code-server': 'Visual Studio Code (code-server)',
  rstudio: 'RStudio',
};

/** The image of a Notebook, from the list of the platform team. */
export function ImageSection(props: SectionProps) {
  const { input, options, onChange } = props;
  const errors = useFieldFindings('image').map(
    ({ message, remedy }) => `${message}${remedy ? ` ${remedy}` : ''}`,
  );
  const groups = (Object.keys(GROUPS) as NotebookImage['group'][])
    .map(group => ({
      group,
      images: options.images.filter(image => image.group === group),
    }))
    .filter(({ images }) => images.length > 0);
  const listed = options.images.some(({ id }) => id === input.image);
  return (
    <Section title="Image">
      <ProblemNote options={options} part="images" />
      {groups.map(({ group, images }, index) => (
        <CardChoice
          key={group}
          label={GROUPS[group]}
          value={input.image}
          errors={index === 0 && listed ? errors : []}
          onChange={image => onChange({ image })}
          options={images.map(({ id, title, description, image }) => ({
            id,
            title,
            body: (
              <span className={formStyles.quiet}>{description ?? image}</span>
            ),
          }))}
        />
      ))}
      {groups.length === 0 && !options.allowCustomImage && (
        <p className={formStyles.quiet}>
          The platform team offers no image yet.
        </p>
      )}
      {options.allowCustomImage && (
        <TextInput
          field="image"
          label="Or an image of your own"
          placeholder="registry.example/team/notebook:1.0"
          value={listed ? '' : input.image ?? ''}
          onChange={image => onChange({ image: image.trim() || undefined })}
        />
      )}
    </Section>
  );
}
