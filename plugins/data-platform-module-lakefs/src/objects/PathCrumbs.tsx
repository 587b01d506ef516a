import styles from './objects.module.css';

/** Where one is among the folders, with the way back up. */
export function PathCrumbs(props: {
  /** Name of the top. */
  top: string;
  /** With a slash at its end; empty at the top. */
  prefix: string;
  onOpen: (prefix: string) => void;
}) {
  const { top, prefix, onOpen } = props;
  const parts = prefix.split('/').slice(0, -1);
  const steps = [
    { name: top, prefix: '' },
    ...parts.map((name, index) => ({
      name: name || '(no name)',
      prefix: `${parts.slice(0, index + 1).join('/')}/`,
    })),
  ];
  return (
    <nav aria-label="Folders above">
      <ol className={styles.crumbs}>
        {steps.map((step, index) => {
          const last = index === steps.length - 1;
          return (
            <li key={step.prefix}>
              {last ? (
                <span aria-current="location">{step.name}</span>
              ) : (
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => onOpen(step.prefix)}
                >
                  {step.name}
                </button>
              )}
              {!last && <span aria-hidden> / </span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
