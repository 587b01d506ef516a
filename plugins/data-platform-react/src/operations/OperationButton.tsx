import { ReactElement } from 'react';
import { Button, Focusable, Tooltip, TooltipTrigger } from '@backstage/ui';
import { OperationAvailability } from '@millrace/backstage-plugin-data-platform-common';
import { plainSentence } from '../components/Sentence';
import styles from './OperationButton.module.css';

/**
 * A button for an operation. One that is not available stays reachable by
 * keyboard, so that its reason can be heard and seen.
 */
export function OperationButton(props: {
  availability: OperationAvailability;
  /** What it is called where its title alone would not tell it from others. */
  label?: string;
  icon?: ReactElement;
  primary?: boolean;
  onPress: () => void;
}) {
  const { availability, label, icon, primary, onPress } = props;
  if (availability.available) {
    return (
      <Button
        size="small"
        variant={primary ? 'primary' : 'secondary'}
        iconStart={icon}
        aria-label={label}
        onPress={onPress}
      >
        {availability.title}
      </Button>
    );
  }
  const reason = availability.reason ?? 'It is not available right now.';
  return (
    <TooltipTrigger delay={150}>
      <Focusable>
        <button
          type="button"
          className={styles.off}
          aria-disabled="true"
          aria-label={label}
        >
          {icon}
          {availability.title}
        </button>
      </Focusable>
      <Tooltip>{plainSentence(reason)}</Tooltip>
    </TooltipTrigger>
  );
}
