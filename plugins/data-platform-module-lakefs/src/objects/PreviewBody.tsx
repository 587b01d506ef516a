import { LakefsPreview } from '@millrace/backstage-plugin-data-platform-common';
import { scrollable } from '@millrace/backstage-plugin-data-platform-react';
import styles from './objects.module.css';

/** The content of an object as far as it can be seen. Text is text: nothing of it is ever a page. */
export function PreviewBody(props: { preview: LakefsPreview; label: string }) {
  const { preview, label } = props;
  const { kind, columns = [], rows = [], fields = [], lines = [] } = preview;
  switch (kind) {
    case 'table':
      return (
        <Grid
          label={label}
          head={columns}
          rows={rows}
          note={
            preview.truncated &&
            `The first ${rows.length.toLocaleString('en-US')} rows; it goes on.`
          }
        />
      );
    case 'schema':
      return (
        <Grid
          label={label}
          head={['Column', 'Type', 'May be empty']}
          rows={fields.map(({ name, type, nullable }) => [
            name,
            type,
            nullable ? 'yes' : 'no',
          ])}
          note="A Parquet file: its columns, as its footer tells. Open it with Spark to see the rows."
        />
      );
    case 'text':
      return lines.length === 0 || (lines.length === 1 && lines[0] === '') ? (
        <p className={styles.quiet}>It is empty.</p>
      ) : (
        <>
          <pre
            className={styles.text}
            role="region"
            aria-label={label}
            {...scrollable}
          >
            {lines.join('\n')}
          </pre>
          {preview.truncated && (
            <p className={styles.quiet}>
              {`The first ${lines.length.toLocaleString(
                'en-US',
              )} lines; it goes on.`}
            </p>
          )}
        </>
      );
    default:
      return (
        <p className={styles.quiet}>
          {preview.note ?? 'There is no preview of it.'}
        </p>
      );
  }
}

function Grid(props: {
  label: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  note: string | false;
}) {
  const { label, head, rows, note } = props;
  return (
    <>
      <div
        className={styles.scroll}
        role="region"
        aria-label={label}
        {...scrollable}
      >
        <table className={styles.grid}>
          <thead>
            <tr>
              {head.map((title, index) => (
                <th key={index} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note && <p className={styles.quiet}>{note}</p>}
    </>
  );
}
