import { useId } from 'react';
import { Select } from '@backstage/ui';
import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';
import {
  FieldNote,
  formStyles,
  useFieldFindings,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './form.module.css';

type Offer = NotebookOptions['gpus'][number];

const NONE = 'none';
/** More on one server is rare; the list stays short. */
const MOST = 16;

/** GPUs that nodes of the cluster really have, and how many. */
export function GpuSelect(props: {
  offers: readonly Offer[];
  /** Whether the nodes could be read: an empty list then means that there are none. */
  known: boolean;
  value: { key: string; count: number } | undefined;
  onChange: (gpu: { key: string; count: number } | undefined) => void;
}) {
  const { offers, known, value, onChange } = props;
  const noteId = useId();
  const wrong = useFieldFindings('gpu').some(({ level }) => level === 'error');
  const offer = offers.find(({ key }) => key === value?.key);
  const stray = value && !offer ? [{ id: value.key, label: value.key }] : [];
  const most = Math.min(MOST, Math.max(offer?.offered ?? 1, value?.count ?? 1));
  return (
    <div className={formStyles.field}>
      <div className={styles.two} data-ends>
        <Select
          label="GPU"
          description={
            known && offers.length === 0
              ? 'No node of this cluster has any.'
              : undefined
          }
          isInvalid={wrong}
          aria-describedby={noteId}
          selectedKey={value?.key ?? NONE}
          onSelectionChange={key =>
            onChange(
              key === NONE || key === null
                ? undefined
                : { key: String(key), count: value?.count ?? 1 },
            )
          }
          options={[
            { id: NONE, label: 'None' },
            ...offers.map(each => ({
              id: each.key,
              label: `${each.vendor} (${each.key})`,
              description: freeText(each),
            })),
            ...stray,
          ]}
        />
        {value && (
          <Select
            label="How many"
            description={offer && freeText(offer)}
            isInvalid={wrong}
            selectedKey={String(value.count)}
            onSelectionChange={count =>
              onChange({ key: value.key, count: Number(count) })
            }
            options={Array.from({ length: most }, (_, index) => ({
              id: String(index + 1),
              label: String(index + 1),
            }))}
          />
        )}
      </div>
      <FieldNote field="gpu" id={noteId} />
    </div>
  );
}

/** `3 of 4 free, at most 2 on one node` */
export function freeText(offer: Offer): string {
  if (offer.free === undefined) {
    return `${offer.offered} offered; how many are free is not known`;
  }
  const most =
    offer.largestFree !== undefined && offer.largestFree < offer.free
      ? `, at most ${offer.largestFree} on one node`
      : '';
  return `${offer.free} of ${offer.offered} free${most}`;
}
