import { ProxiedSignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { Alert, Flex, Text } from '@backstage/ui';
import { useState } from 'react';
import { MillraceMark } from './MillraceMark';
import { PersonButton } from './PersonButton';
import { Person, readPeople, rememberedPerson } from './people';
import './PeopleSignInPage.css';

/** Sign-in for a portal on one's own machine: be one of a few people, no password. */
export function PeopleSignInPage(props: SignInPageProps) {
  const people = readPeople(useApi(configApiRef));
  const [chosen, setChosen] = useState(() =>
    people.find(person => person.name === rememberedPerson.get()),
  );
  const [problem, setProblem] = useState<string>();

  const choose = (person: Person | undefined) => {
    setProblem(undefined);
    if (person) rememberedPerson.set(person.name);
    else rememberedPerson.clear();
    setChosen(person);
  };

  if (chosen) {
    return (
      <ProxiedSignInPage
        key={chosen.name}
        {...props}
        provider="people"
        headers={{ 'x-millrace-person': chosen.name }}
        onSignInSuccess={identity => {
          const signOut = identity.signOut.bind(identity);
          identity.signOut = async () => {
            rememberedPerson.clear();
            await signOut();
          };
          props.onSignInSuccess(identity);
        }}
        ErrorComponent={({ error }) => (
          <FailedSignIn
            message={error?.message ?? 'The portal did not answer.'}
            onBack={message => {
              choose(undefined);
              setProblem(message);
            }}
          />
        )}
      />
    );
  }

  return (
    <main className="millrace-sign-in">
      <Flex direction="column" gap="6" className="millrace-sign-in-card">
        <Flex align="center" gap="3">
          <MillraceMark />
          <Text as="h1" variant="title-large" weight="bold">
            Millrace
          </Text>
        </Flex>
        <Text as="p" variant="body-large">
          Who do you want to be? Each of them may do different things, and the
          cluster holds them to it.
        </Text>
        {problem && <Alert status="danger" title={problem} icon />}
        <Flex direction="column" gap="3">
          {people.map(person => (
            <PersonButton
              key={person.name}
              person={person}
              onChoose={() => choose(person)}
            />
          ))}
        </Flex>
        <Text as="p" variant="body-small" color="secondary">
          This portal listens on this machine alone. A portal for others signs
          people in with an identity provider.
        </Text>
      </Flex>
    </main>
  );
}

function FailedSignIn(props: {
  message: string;
  onBack: (message: string) => void;
}) {
  return (
    <main className="millrace-sign-in">
      <Flex direction="column" gap="4" className="millrace-sign-in-card">
        <Alert
          status="danger"
          icon
          title="Signing in did not work"
          description={props.message}
        />
        <button
          type="button"
          className="millrace-person"
          onClick={() => props.onBack(props.message)}
        >
          Choose again
        </button>
      </Flex>
    </main>
  );
}
