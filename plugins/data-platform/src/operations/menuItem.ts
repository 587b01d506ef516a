import { OperationAvailability } from '@millrace/backstage-plugin-data-platform-common';
import { menuTitle } from '@millrace/backstage-plugin-data-platform-react';

/** Of an entity that the backend does not tell of, or not yet. */
const UNKNOWN = 'not known to the data platform yet';

/**
 * Title, state and effect of an operation in the context menu of an entity.
 *
 * @param availability - as the backend tells it; undefined where it does not
 * @param absent - why it does not, where that is known
 */
export function menuItem(
  title: string,
  availability: OperationAvailability | undefined,
  onClick: (availability: OperationAvailability) => void,
  absent: string = UNKNOWN,
) {
  const disabled = !availability?.available;
  const reason = availability ? availability.reason : absent;
  return {
    title: disabled ? menuTitle(title, reason) : title,
    disabled,
    onClick: () => {
      if (availability) onClick(availability);
    },
  };
}
