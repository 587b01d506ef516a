import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { LakefsBranch } from '@millrace/backstage-plugin-data-platform-common';
import { CopyButton } from '@millrace/backstage-plugin-data-platform-react';
import { addressOf } from '../data/branchAddress';
import { ObjectPreview } from './ObjectPreview';
import { ObjectSide } from './ObjectSide';
import styles from './objects.module.css';

/** One object, on one ref or on two beside each other. */
export function ObjectDialog(props: {
  branch: LakefsBranch;
  path: string;
  sides: readonly ObjectSide[];
  onClose: () => void;
}) {
  const { branch, path, sides, onClose } = props;
  const name = path.slice(path.lastIndexOf('/') + 1) || path;
  return (
    <Dialog
      isOpen
      width={sides.length > 1 ? 1100 : 760}
      onOpenChange={open => !open && onClose()}
    >
      <DialogHeader>{name}</DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          <div className={styles.where}>
            <code className={styles.code}>{path}</code>
            <CopyButton text={path} label="Copy the path" />
          </div>
          <div className={styles.sides}>
            {sides.map(side => (
              <ObjectPreview
                key={side.ref}
                address={addressOf(branch)}
                path={path}
                side={side}
              />
            ))}
          </div>
        </div>
      </DialogBody>
    </Dialog>
  );
}
