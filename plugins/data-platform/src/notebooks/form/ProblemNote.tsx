import { Alert } from '@backstage/ui';
import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';
import { Sentence } from '@millrace/backstage-plugin-data-platform-react';

/** Says that a part of the offer could not be read; absent where it could. */
export function ProblemNote(props: {
  options: Pick<NotebookOptions, 'problems'>;
  part: string;
  title?: string;
}) {
  const { title = 'This part of the offer could not be read.' } = props;
  const found = props.options.problems.filter(
    ({ part }) => part === props.part,
  );
  return (
    <>
      {found.map(({ message }, index) => (
        <Alert
          key={index}
          status="warning"
          icon
          title={title}
          description={<Sentence text={message} />}
        />
      ))}
    </>
  );
}
