import { Avatar, Text } from '@backstage/ui';
import { Person } from './people';

/** One person to be. */
export function PersonButton(props: { person: Person; onChoose: () => void }) {
  const { person, onChoose } = props;
  return (
    <button type="button" className="millrace-person" onClick={onChoose}>
      <Avatar src="" name={person.title} size="medium" purpose="decoration" />
      <span className="millrace-person-text">
        <Text as="span" variant="body-large" weight="bold">
          {person.title}
        </Text>
        <Text as="span" variant="body-small" color="secondary">
          {person.description}
        </Text>
      </span>
    </button>
  );
}
