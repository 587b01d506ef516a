import { ReactElement } from 'react';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiCalendarScheduleLine,
  RiDeleteBinLine,
  RiEditLine,
  RiEqualizerLine,
  RiFileCopyLine,
} from '@remixicon/react';
import { Job } from '@millrace/backstage-plugin-data-platform-common';
import {
  MenuTitle,
  OperationButton,
  plainSentence,
} from '@millrace/backstage-plugin-data-platform-react';
import { JobActionId, jobActions } from './jobActions';
import { useJobAction } from './useJobAction';
import styles from './JobActionBar.module.css';

const ICONS: Record<JobActionId, ReactElement> = {
  'run-with': <RiEqualizerLine />,
  backfill: <RiCalendarScheduleLine />,
  clone: <RiFileCopyLine />,
  update: <RiEditLine />,
  unregister: <RiDeleteBinLine />,
};

/**
 * What can be done with a job beside running it.
 * @param buttons - those with a button of their own; the rest is behind More
 */
export function JobActionBar(props: {
  job: Job;
  buttons: readonly JobActionId[];
  more?: boolean;
}) {
  const { job, buttons, more } = props;
  const { entity } = useEntity();
  const open = useJobAction();
  const actions = jobActions(job);
  const shown = actions.filter(({ id }) => buttons.includes(id));
  const rest = more ? actions.filter(({ id }) => !buttons.includes(id)) : [];
  const off = rest.filter(({ availability }) => !availability.available);
  return (
    <>
      {shown.map(({ id, availability }) => (
        <OperationButton
          key={id}
          availability={availability}
          icon={ICONS[id]}
          onPress={() => open(id, availability, entity, job)}
        />
      ))}
      {rest.length > 0 && (
        <MenuTrigger>
          <Button
            size="small"
            variant="secondary"
            iconEnd={<RiArrowDownSLine />}
          >
            More
          </Button>
          <Menu
            aria-label="More that can be done with this job"
            disabledKeys={off.map(({ id }) => id)}
            onAction={key => {
              const action = rest.find(({ id }) => id === key);
              if (action) {
                open(action.id, action.availability, entity, job);
              }
            }}
          >
            {rest.map(({ id, availability }) => (
              <MenuItem
                key={id}
                id={id}
                className={styles.tall}
                textValue={availability.title}
                iconStart={ICONS[id]}
                color={id === 'unregister' ? 'danger' : undefined}
              >
                {availability.available || !availability.reason ? (
                  availability.title
                ) : (
                  <MenuTitle
                    wrap
                    title={availability.title}
                    reason={plainSentence(availability.reason)}
                  />
                )}
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
      )}
    </>
  );
}
