import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';
import { NotebookInput } from './NotebookInput';

/** What every part of the form is given once a domain is chosen. */
export interface SectionProps {
  input: NotebookInput;
  options: NotebookOptions;
  onChange: (patch: Partial<NotebookInput>) => void;
}
