import { Alert } from '@backstage/ui';
import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';
import { Sentence } from '@millrace/backstage-plugin-data-platform-react';

/** Says that a part of the offer could not be read; absent where it could. */
export function ProblemNote(props: { options: NotebookOptions; part: string }) {
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
          title="This part of the offer could not be read."
          description={<Sentence text={message} />}
        />
      ))}
    </>
  );
}
