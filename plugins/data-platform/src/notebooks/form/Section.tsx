import { ReactNode } from 'react';
import { formStyles } from '@millrace/backstage-plugin-data-platform-react';

/** A part of the form that asks for one thing. */
export function Section(props: {
  title: string;
  description?: string;
  children: ReactNode;
}) {
  return (
    <fieldset className={formStyles.group} data-part>
      <legend className={formStyles.legend}>{props.title}</legend>
      {props.description && (
        <p className={formStyles.quiet}>{props.description}</p>
      )}
      {props.children}
    </fieldset>
  );
}
